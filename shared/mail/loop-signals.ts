import { isOwnAddress } from './address';
import type { Mail } from './read';
import { values } from './signals';

/** What tells our own mail from others'. */
export interface Ourselves {
  readonly supportAddress: string;
  /** Whatever else reaches us or bears our name: other inboxes, the sender of our reports. */
  readonly otherAddresses?: readonly string[];
  readonly isOurMessageId: (id: string) => boolean;
  /** What `X-Responstid-Loop` says in the mail that we send by ourselves, under each secret that lives. */
  readonly loopTokens: readonly string[];
}

/** Whether an address is one of ours, whatever its plus part. */
export const isOurs = (address: string, { supportAddress, otherAddresses = [] }: Ourselves): boolean =>
  [supportAddress, ...otherAddresses].some((ours) => isOwnAddress(address, ours));

const HOPS_MAX = 30;
const VISITS_MAX = 2;

export const bearsToken = (mail: Mail, names: readonly string[], { loopTokens }: Ourselves): boolean =>
  names.some((name) => values(mail, name).some((value) => loopTokens.includes(value)));

export const bearsOurId = ({ messageId }: Mail, { isOurMessageId }: Ourselves): boolean =>
  messageId !== undefined && isOurMessageId(messageId);

/** Whether too many servers have handed the mail on, or ours has had it before. */
export function isWornOut(mail: Mail, own: Ourselves): boolean {
  const hops = values(mail, 'received');
  const visits = hops.map(receivedFor).filter((address) => isOurs(address, own));
  return hops.length > HOPS_MAX || visits.length > VISITS_MAX;
}

/** Whom a server received a mail for: `… with SMTP id x for support@desk.test; Mon, …`. */
const receivedFor = (hop: string): string => /\bfor\s+<?([^\s;<>]+)/i.exec(hop)?.[1] ?? '';

// Our own acknowledgement's words and those of other desks, in Norwegian, English, Swedish and German.
const ACKNOWLEDGED =
  /vi har (?:mottatt|motteke)|er (?:mottatt|motteke[nt]?)|takk for (?:henvendelsen|førespurnaden)|(?:we have|we've|ticket|request|case|message) received|we received|thank you for contacting|vi har tagit emot|wir haben ihre .{0,40} erhalten/gi;
const REPLY_MARK = /\b(?:re|sv|aw|svar)\s*:/gi;
const REPLY_DEPTH_MAX = 8;

/** Whether a subject shows acknowledgements of acknowledgements, as when two systems answer each other. */
export function answersAnswers(subject: string): boolean {
  const acknowledged = count(subject, ACKNOWLEDGED);
  const tooDeep = count(subject, REPLY_MARK) > REPLY_DEPTH_MAX;
  return acknowledged > 1 || repeatsANumber(subject) || NESTED_NUMBERS.test(subject) || (tooDeep && acknowledged > 0);
}

// A person may well bring two cases together, in words; only systems put theirs around each other's.
const NESTED_NUMBERS = /\[#\d{1,20}\][\s:-]{0,5}(?:(?:re|sv|aw|svar)\s?:\s{0,5}){1,20}\[#\d{1,20}\]/i;

// Nor does a person write the same number twice.
function repeatsANumber(subject: string): boolean {
  const numbers = subject.match(/\[(?:#\d+|[\dA-Z]{4}-[\dA-Z]{4})\]/gi) ?? [];
  return new Set(numbers).size < numbers.length;
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;
