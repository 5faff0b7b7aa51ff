import type { Agent } from '../../shared/ticket/staff';

/** Who a token belongs to; nothing when we do not know it. */
export type Identify = (token: string) => Promise<Agent | undefined>;

/** The first that knows the token. */
export const oneOf =
  (...ways: readonly Identify[]): Identify =>
  async (token) => {
    for (const identify of ways) {
      const agent = await identify(token);
      if (agent) return agent;
    }
    return undefined;
  };
