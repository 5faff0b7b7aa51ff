import type { Instant } from '../../shared/promises/instant';
import { ACCOUNT, REGION } from './aws-environment';
import { iso } from './clock';

/** An event as EventBridge hands it on. */
export interface BusEvent {
  readonly version: '0';
  readonly id: string;
  readonly 'detail-type': string;
  readonly source: string;
  readonly account: string;
  readonly time: string;
  readonly region: string;
  readonly resources: readonly string[];
  readonly detail: object;
}

/** The default bus of EventBridge, with one rule for all who want to know: everything. */
export interface EventBus {
  put(event: BusEvent): void;
  follow(onEvent: (event: BusEvent) => void): void;
}

export function eventBus(): EventBus {
  const followers: ((event: BusEvent) => void)[] = [];
  return {
    put(event) {
      for (const follow of followers) follow(event);
    },
    follow: (follower) => void followers.push(follower),
  };
}

/** What is the same about all events of a service. */
export const envelope = (source: string, id: string, at: Instant) =>
  ({ version: '0', id, source, account: ACCOUNT, time: iso(at), region: REGION }) as const;
