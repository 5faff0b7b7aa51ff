import { type Classification, classify, type Ourselves, SPOKEN_THROUGH } from '../mail/classify';
import { type Inquirer, inquiryBehind } from '../mail/machine-senders';
import type { Mail } from '../mail/read';
import { isProven } from '../mail/sender-proof';
import { agentOf } from './agents-answer';
import type { MailReceipt } from './keep-message';
import type { Desk } from './ports';

/** What a mail was taken for, and who speaks through it where a machine that we know sent it. */
export interface Classified {
  readonly classification: Classification;
  readonly machine: Inquirer | undefined;
}

/** Classes a mail by the rules, and by what the desk knows besides: its machines, and who works here. */
export async function classified(desk: Desk, mail: Mail, receipt: MailReceipt, own: Ourselves): Promise<Classified> {
  const machine = inquiryBehind(mail, receipt, desk.machineSenders);
  const byRules = classify(mail, receipt, own);
  if (byRules.class === 'human' && (await isForgedAgent(desk, mail, receipt)))
    return { classification: { ...byRules, ...FORGED }, machine };
  return { classification: machine ? spokenThrough(byRules, machine) : byRules, machine };
}

// Rule 26: whoever only says to be an agent is a customer, and the agent is sent no acknowledgement.
const FORGED = {
  reason: 'it says to be from an agent, and nothing proves it',
  acknowledge: false,
} as const satisfies Partial<Classification>;

async function isForgedAgent({ circumstances }: Desk, mail: Mail, receipt: MailReceipt): Promise<boolean> {
  const { staff } = await circumstances();
  return agentOf(mail.from?.address, staff) !== undefined && !isProven(mail, receipt);
}

// A machine that we know says by its headers that it is one; whoever speaks through it is a person.
const spokenThrough = (byRules: Classification, { is }: Inquirer): Classification =>
  byRules.class === 'auto' || byRules.class === 'human'
    ? { ...byRules, ...SPOKEN_THROUGH, acknowledge: is === 'form' }
    : byRules;
