import { isOwnAddress } from './address';
import type { Mail } from './read';
import { values } from './signals';

/** What tells our own mail from others'. */
export interface Ourselves {
  readonly supportAddress: string;
  readonly isOurMessageId: (id: string) => boolean;
  /** What `X-Responstid-Loop` says in the mail that we send by ourselves. */
  readonly loopToken: string;
}

const HOPS_MAX = 30;
const VISITS_MAX = 2;

export const bearsToken = (mail: Mail, names: readonly string[], { loopToken }: Ourselves): boolean =>
  loopToken !== '' && names.some((name) => values(mail, name).includes(loopToken));

export const bearsOurId = ({ messageId }: Mail, { isOurMessageId }: Ourselves): boolean =>
  messageId !== undefined && isOurMessageId(messageId);

/** Whether too many servers have handed the mail on, or ours has had it before. */
export function isWornOut(mail: Mail, { supportAddress }: Ourselves): boolean {
  const hops = values(mail, 'received');
  const visits = hops.map(receivedFor).filter((address) => isOwnAddress(address, supportAddress));
  return hops.length > HOPS_MAX || visits.length > VISITS_MAX;
}

/** Whom a server received a mail for: `… with SMTP id x for support@desk.test; Mon, …`. */
const receivedFor = (hop: string): string => /\bfor\s+<?([^\s;<>]+)/i.exec(hop)?.[1] ?? '';

const ACKNOWLEDGED =
  /vi har mottatt|er mottatt|takk for henvendelsen|(?:we have|we've|ticket|request|case) received|thank you for contacting/gi;
const TICKET_NUMBER = /\[#\d+\]/g;
const REPLY_MARK = /\b(?:re|sv|aw|svar)\s*:/gi;
const REPLY_DEPTH_MAX = 8;

/** Whether a subject shows acknowledgements of acknowledgements, as when two systems answer each other. */
export function answersAnswers(subject: string): boolean {
  const acknowledged = count(subject, ACKNOWLEDGED);
  const tooDeep = count(subject, REPLY_MARK) > REPLY_DEPTH_MAX;
  return acknowledged > 1 || repeatsANumber(subject) || (tooDeep && acknowledged > 0);
}

// A person may well bring two cases together; only a system puts the same number there again.
function repeatsANumber(subject: string): boolean {
  const numbers = subject.match(TICKET_NUMBER) ?? [];
  return new Set(numbers).size < numbers.length;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
