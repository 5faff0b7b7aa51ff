import type { LocalDate } from '../promises/instant';
import type { AgentId } from './ids';
import type { AlertReason } from './letter';
import { type Agent, isAbsent, isSenior, type Staff } from './staff';

/** What staff are told of: the reasons of alerts, and the letters that are no alerts. */
export type Topic = AlertReason | 'warning' | 'miss' | 'digest' | 'triage-reminder';

/** What an agent has chosen to be told of. */
export interface Wants {
  readonly muted: readonly Topic[];
}

/** Whose a letter is. */
interface Whose {
  readonly onDuty?: AgentId | undefined;
  readonly assignee?: AgentId | undefined;
}

/** Whose a letter is, and the local date on which it is sent. */
export interface About extends Whose {
  readonly date: LocalDate;
}

/** Whom the promise needs to hear of something (P8, P12), whatever they would like. */
type Hearer = 'everybody' | 'person-on-duty' | 'assignee' | 'senior';

const OF_ONES_OWN: readonly Hearer[] = ['assignee', 'person-on-duty'];
const OF_A_QUEUE: readonly Hearer[] = ['person-on-duty'];
const URGENT: readonly Hearer[] = ['person-on-duty', 'senior'];
const UNMUTED: readonly Hearer[] = ['everybody'];

/** A new topic does not compile until it is said who must hear of it. */
const RULES: Readonly<Record<Topic, readonly Hearer[]>> = {
  'senior-called': UNMUTED,
  'senior-needed': URGENT,
  suspected: URGENT,
  'mail-storm': URGENT,
  miss: UNMUTED,
  assigned: UNMUTED,
  'triage-reminder': UNMUTED,
  'new-inquiry': OF_A_QUEUE,
  'handed-over': OF_A_QUEUE,
  'mail-loop': OF_A_QUEUE,
  digest: OF_A_QUEUE,
  'new-message': OF_ONES_OWN,
  warning: OF_ONES_OWN,
  'answer-overdue': OF_ONES_OWN,
  'chat-waiting': OF_ONES_OWN,
  'call-back': OF_ONES_OWN,
  'coming-back-near': OF_ONES_OWN,
  'come-back': OF_ONES_OWN,
  'version-overdue': OF_ONES_OWN,
  'customer-reminded': OF_ONES_OWN,
  'waiting-over': OF_ONES_OWN,
  'look-again': OF_ONES_OWN,
  'mail-held': OF_ONES_OWN,
  undeliverable: OF_ONES_OWN,
};

const isTopic = (text: string): text is Topic => Object.hasOwn(RULES, text);

export const TOPICS: readonly Topic[] = Object.keys(RULES).filter(isTopic);

/**
 * Those of an audience who are told: all who have not muted it, and all who must hear of it. Muting never leaves a
 * letter without a receiver who is at work: then it does not count.
 */
export function heardBy(topic: Topic, audience: Staff, about: About): Staff {
  const heard = audience.filter((agent) => !hasMuted(agent, topic) || mustHear(agent, topic, about));
  return heard.some((agent) => !isAbsent(agent, about.date)) ? heard : audience;
}

/** What an agent may mute, at least while it is not theirs. */
export const mutableBy = (agent: Agent): readonly Topic[] => TOPICS.filter((topic) => !mustHear(agent, topic, {}));

const hasMuted = ({ wants }: Agent, topic: Topic): boolean => wants?.muted.includes(topic) ?? false;

const mustHear = (agent: Agent, topic: Topic, whose: Whose): boolean =>
  RULES[topic].some((hearer) => IS[hearer](agent, whose));

const IS: Readonly<Record<Hearer, (agent: Agent, whose: Whose) => boolean>> = {
  everybody: () => true,
  'person-on-duty': ({ id }, { onDuty }) => id === onDuty,
  assignee: ({ id }, { assignee }) => id === assignee,
  senior: isSenior,
};
