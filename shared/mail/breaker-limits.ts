import { DAY, HOUR } from '../promises/instant';

/** What may be asked for: a ticket for what arrived, or its acknowledgement, which takes the ticket's place too. */
export type Asked = 'acknowledgement' | 'ticket';

/** Whose count. */
export type Counted = 'sender' | 'domain' | 'desk';

export interface Limit {
  readonly name: string;
  readonly of: Asked;
  /** Whose count it limits; `subject` is the sender's, of one normalised subject. */
  readonly per: Counted | 'subject';
  readonly atMost: number;
  /** Any stretch of this length, in milliseconds. */
  readonly within: number;
  /** In words for an agent. */
  readonly reason: string;
  /** Whether staff is told. Who writes twice about one thing is a person as a rule. */
  readonly alarms: boolean;
}

/** Rule 18: the only thing that stops a machine which says nowhere that it is one. Asked in this order. */
export const LIMITS = [
  {
    name: 'tickets-of-sender',
    of: 'ticket',
    per: 'sender',
    atMost: 20,
    within: HOUR,
    reason: 'this sender has opened 20 tickets within an hour',
    alarms: true,
  },
  {
    name: 'same-subject',
    of: 'acknowledgement',
    per: 'subject',
    atMost: 1,
    within: DAY,
    reason: 'this sender has been sent an acknowledgement for the same subject within a day',
    alarms: false,
  },
  {
    name: 'sender-within-an-hour',
    of: 'acknowledgement',
    per: 'sender',
    atMost: 3,
    within: HOUR,
    reason: 'this sender has been sent 3 acknowledgements within an hour',
    alarms: true,
  },
  {
    name: 'sender-within-a-day',
    of: 'acknowledgement',
    per: 'sender',
    atMost: 10,
    within: DAY,
    reason: 'this sender has been sent 10 acknowledgements within a day',
    alarms: true,
  },
  {
    name: 'domain',
    of: 'acknowledgement',
    per: 'domain',
    atMost: 60,
    within: HOUR,
    reason: "this sender's domain has been sent 60 acknowledgements within an hour",
    alarms: true,
  },
  {
    name: 'desk',
    of: 'acknowledgement',
    per: 'desk',
    atMost: 200,
    within: HOUR,
    reason: 'the desk has sent 200 acknowledgements within an hour',
    alarms: true,
  },
] as const satisfies readonly Limit[];

export type LimitName = (typeof LIMITS)[number]['name'];
export type BreakerLimit = Limit & { readonly name: LimitName };
