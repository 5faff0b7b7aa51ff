import type { CloudFormationCustomResourceEvent } from 'aws-lambda';
import * as z from 'zod';
import { activationDecision, type Decision, restorationDecision } from './decision';

/** The receipt rule sets of an account and region, of which SES keeps one active. */
export interface RuleSets {
  active(): Promise<string | undefined>;
  /** No name: none is active any more. */
  setActive(name?: string): Promise<void>;
}

const properties = z.object({ ruleSet: z.string(), replaces: z.string().optional() });

/**
 * Keeps the rule set active for as long as the resource is there. Answers the resource's id, in which it is
 * remembered what was active before. Throws where activation is refused.
 */
export const keepActive =
  (ruleSets: RuleSets) =>
  async (event: CloudFormationCustomResourceEvent): Promise<string> => {
    const { ruleSet: ours, replaces } = properties.parse(event.ResourceProperties);
    const active = await ruleSets.active();
    switch (event.RequestType) {
      case 'Create':
        await carryOut(activationDecision({ active, ours, replaces }), ruleSets);
        // A creation that is tried again finds ours active, in the place of what we were told that it may replace.
        return idOf(ours, active === ours ? replaces : active);
      case 'Update':
        await carryOut(activationDecision({ active, ours, replaces }), ruleSets);
        return event.PhysicalResourceId;
      case 'Delete':
        await carryOut(
          restorationDecision({ active, ours, remembered: rememberedIn(event.PhysicalResourceId) }),
          ruleSets,
        );
        return event.PhysicalResourceId;
    }
  };

async function carryOut(decision: Decision, ruleSets: RuleSets): Promise<void> {
  switch (decision.do) {
    case 'activate':
      return ruleSets.setActive(decision.ruleSet);
    case 'deactivate':
      return ruleSets.setActive();
    case 'leave':
      return;
    case 'refuse':
      throw new Error(decision.because);
  }
}

// Names of rule sets have no slash.
const idOf = (ours: string, before: string | undefined): string => (before ? `${ours}/${before}` : ours);

const rememberedIn = (id: string): string | undefined => id.split('/')[1];
