import type { LinkedTicket } from '../../shared/desk/act-by-link';
import type { Standing } from '../../shared/desk/act-standing';
import { customerInShort } from '../../shared/mail/letters/customer-name';
import type { Instant } from '../../shared/promises/instant';
import { type Language, sayInstant, sayList, sayTime } from '../../shared/promises/say';
import { zoneOf } from '../../shared/promises/zone';
import type { AgentId } from '../../shared/ticket/ids';
import { isForSeniors } from '../../shared/ticket/seniors';
import { seniors } from '../../shared/ticket/staff';
import { ACT_WORDS } from './act-words';

type Fact = readonly [label: string, value: string];

/** What it takes to know which ticket it is, and no word of the customer's. */
export function ticketFacts({ on, ...linked }: LinkedTicket, language: Language): Fact[] {
  const { policy, now } = linked;
  const words = ACT_WORDS[language];
  return [
    [words.ticket, on.id],
    [words.kind, kindOf({ on, ...linked }, language)],
    [words.customer, customerInShort(on.customer) || words.unknown],
    [words.received, sayInstant(on.receivedAt, policy, language, { relativeTo: now })],
    [words.assignee, on.assignee ? nameOf(on.assignee, linked) : words.unassigned],
  ];
}

function kindOf({ on: { kind, suspected }, policy }: LinkedTicket, language: Language): string {
  if (kind) return policy.kinds[kind].name[language];
  const { suspected: suspicions, notTriaged } = ACT_WORDS[language];
  return suspected ? suspicions[suspected.of] : notTriaged;
}

/** What pressing the button does. */
export function effectOf({ act, on, policy }: LinkedTicket, language: Language): string {
  const { acts, endsAlarm } = ACT_WORDS[language];
  return act === 'take' && isForSeniors(on, policy) ? `${acts.take.does} ${endsAlarm}` : acts[act].does;
}

/** Why there is no button. */
export function newsOf(linked: LinkedTicket, standing: Exclude<Standing, { is: 'to-do' }>, language: Language): string {
  const words = ACT_WORDS[language];
  switch (standing.is) {
    case 'done': {
      const who = standing.by === linked.agent ? words.you : nameOf(standing.by, linked);
      return words.done[standing.how](who, standing.at === undefined ? '' : whenIn(standing.at, linked, language));
    }
    case 'used':
      return words.used(whenIn(standing.at, linked, language));
    case 'refused':
      return refusalIn(standing, linked, language);
  }
}

function refusalIn(
  { refusal: { reason } }: Extract<Standing, { is: 'refused' }>,
  { on, staff }: LinkedTicket,
  language: Language,
): string {
  const words = ACT_WORDS[language];
  const said = words.refused[reason] ?? words.otherwiseRefused;
  if (reason === 'senior-needed')
    return `${said} ${words.whoCan(
      sayList(
        seniors(staff).map(({ name }) => name),
        language,
      ),
    )}`;
  return on.status.is === 'merged' ? `${said} ${words.goesOnIn(on.status.into)}` : said;
}

/** 'kl. 12.04' where it was today. */
function whenIn(at: Instant, { policy, now }: LinkedTicket, language: Language): string {
  const { dateOf } = zoneOf(policy.timeZone);
  if (dateOf(at) === dateOf(now)) return sayTime(at, policy, language);
  return ACT_WORDS[language].on(sayInstant(at, policy, language, { relativeTo: now }));
}

export const nameOf = (agent: AgentId, { staff }: Pick<LinkedTicket, 'staff'>): string =>
  staff.find(({ id }) => id === agent)?.name ?? agent;
