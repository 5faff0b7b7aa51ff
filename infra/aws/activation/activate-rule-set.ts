import { DescribeActiveReceiptRuleSetCommand, SESClient, SetActiveReceiptRuleSetCommand } from '@aws-sdk/client-ses';
import { keepActive, type RuleSets } from './keep-active';
import { onResource } from './on-resource';

const client = new SESClient({});

const sesRuleSets: RuleSets = {
  active: async () => (await client.send(new DescribeActiveReceiptRuleSetCommand({}))).Metadata?.Name,
  setActive: async (RuleSetName) => {
    await client.send(new SetActiveReceiptRuleSetCommand({ RuleSetName }));
  },
};

export const handler = onResource(keepActive(sesRuleSets));
