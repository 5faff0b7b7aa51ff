import { sayInstant } from '../../promises/say';
import type { Circumstances } from '../../ticket/circumstances';
import type { OpenedTicket } from '../../ticket/ticket';
import { oneLine } from '../repair';
import { titled } from './subject';
import type { Writing } from './writing';

/** What a text that is written beforehand may leave open, as `{name}`. */
export const FIELDS = ['name', 'number', 'subject', 'agent', 'vendor', 'version', 'beginLatest', 'steps'] as const;
/** What can be said of every ticket that waits for a version. */
export const RELEASE_FIELDS = ['name', 'number', 'subject', 'version'] as const satisfies readonly Field[];
export type Field = (typeof FIELDS)[number];

export type Values = Readonly<Partial<Record<Field, string>>>;

export interface Filled {
  readonly text: string;
  /** What we don't know of this ticket: it still stands open in the text, and somebody has to write it. */
  readonly missing: readonly Field[];
}

const FIELD = /\{([^{}\n]*)\}/g;

/** Puts the values in, each on one line and as plain text: what a customer calls themselves opens no other field. */
export function filled(text: string, values: Values): Filled {
  const template = values.name ? text : withoutName(text);
  const missing = new Set<Field>();
  const written = template.replace(FIELD, (open: string, name: string) => {
    if (!isField(name)) return open;
    const value = values[name];
    if (!value) missing.add(name);
    return value ? oneLine(value) : open;
  });
  return { text: written, missing: [...missing] };
}

/** The fields of a text that are not among those, as they are written. */
export const strangersAmong = (text: string, fields: readonly string[]): string[] => [
  ...new Set([...text.matchAll(FIELD)].flatMap(([open, name = '']) => (fields.includes(name) ? [] : [open]))),
];

export const listed = (fields: readonly string[]): string => fields.map((field) => `{${field}}`).join(', ');

/** What is known of a ticket. `steps` is what only the agent can write. */
export function valuesOf(ticket: OpenedTicket, agent: string, { policy, now, version }: Known): Values {
  const { id, subject, language } = ticket;
  const name = firstName(ticket.customer.name);
  const beginLatest = saidLatest(ticket, { policy, now });
  return {
    ...(name && { name }),
    number: id,
    subject: titled(subject, language),
    agent,
    vendor: policy.vendor.name,
    ...(version && { version }),
    ...(beginLatest && { beginLatest }),
  };
}

interface Known extends Pick<Writing, 'policy'>, Pick<Circumstances, 'now'> {
  /** The version that is to bring the fix. */
  readonly version?: string | undefined;
}

const FIRST_NAME = /^\p{L}[\p{L}\p{M}'’-]{0,39}$/u;

/** `Kari` of “Kari Nordmann” and of “Nordmann, Kari”; nothing where it does not look like one. */
export function firstName(name = ''): string | undefined {
  const [last = '', first] = oneLine(name).split(/\s*,\s*/);
  const [given = ''] = (first ?? last).split(' ');
  return FIRST_NAME.test(given) ? given : undefined;
}

// Of the instants of a promise only those are told that the policy lets be told, and only while they lie ahead.
function saidLatest({ begun, commitment, language }: OpenedTicket, { policy, now }: Known): string | undefined {
  const { kind, beginLatest } = commitment;
  if (begun || policy.kinds[kind].said === 'none' || beginLatest <= now) return undefined;
  return sayInstant(beginLatest, policy, language, { relativeTo: now });
}

// “Hei {name},” reads well without the name, and so does “{name}, vi har rettet feilen.”
const withoutName = (text: string): string =>
  text.replace(/^\{name\}[,:]? *(\p{L}?)/gmu, (_, letter: string) => letter.toUpperCase()).replace(/,? ?\{name\}/g, '');

const isField = (name: string): name is Field => FIELDS.some((field) => field === name);
