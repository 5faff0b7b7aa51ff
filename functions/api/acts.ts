import type * as z from 'zod';
import { keepWords } from '../../shared/desk/keep-words';
import type { Desk } from '../../shared/desk/ports';
import { attachmentsNamed } from '../../shared/desk/uploads';
import type { Act, TriagedAs } from '../../shared/ticket/command';
import type { AgentId, TicketId } from '../../shared/ticket/ids';
import * as bodies from './bodies';

/** An act on a ticket as a resource beneath it: its body, what it does in words, and the command it becomes. */
export interface ActRoute<S extends z.ZodType = z.ZodType> {
  readonly name: string;
  readonly does: string;
  readonly body: S;
  readonly command: (body: z.output<S>, by: AgentId, desk: Desk, ticket: TicketId) => Act | Promise<Act>;
}

const act = <S extends z.ZodType>(
  name: string,
  does: string,
  body: S,
  command: ActRoute<S>['command'],
): ActRoute<S> => ({ name, does, body, command });

export const ACTS = [
  act(
    'assignment',
    'Give the ticket to an agent; taking it oneself begins the work.',
    bodies.assignment,
    ({ agent }, by) => ({
      type: 'assign',
      agent,
      by,
    }),
  ),
  act(
    'triage',
    'Say what kind of inquiry it is, and how severe an error: or answer the questions that decide it.',
    bodies.triage,
    (body, by) => ({ type: 'triage', ...triagedAs(body), because: body.because, by }),
  ),
  act('dismissal', 'Say that what the words suggest is not so.', bodies.dismissal, ({ reason }, by) => ({
    type: 'dismiss-suspicion',
    reason,
    by,
  })),
  act('replies', 'Answer the customer.', bodies.reply, async ({ text, attachments, ...body }, by, desk, ticket) => ({
    type: 'write-reply',
    words: await keepWords(desk, text),
    attachments: await attachmentsNamed(desk, ticket, attachments),
    ...body,
    by,
  })),
  act(
    'coming-back',
    'Tell the customer that we come back as soon as there is a solution, and be reminded of it.',
    bodies.comingBack,
    async ({ text, until, version }, by, desk) => ({
      type: 'come-back',
      until,
      version,
      words: text === undefined ? undefined : await keepWords(desk, text),
      by,
    }),
  ),
  act(
    'confirmation',
    'Vouch for a mail that was held: it becomes the message, or the answer, that it says to be.',
    bodies.confirmation,
    ({ held }, by) => ({ type: 'confirm-mail', held, by }),
  ),
  act('language', 'Say which language the customer is written to in.', bodies.language, ({ language }, by) => ({
    type: 'set-language',
    language,
    by,
  })),
  act(
    'calls',
    'Log a call about the ticket: what was said, and when somebody calls again.',
    bodies.callOn,
    async ({ text, ...call }, by, desk) => ({
      type: 'log-call',
      ...call,
      words: text === undefined ? undefined : await keepWords(desk, text),
      by,
    }),
  ),
  act('notes', 'Write a note that only agents see.', bodies.note, async ({ text }, by, desk) => ({
    type: 'write-note',
    words: await keepWords(desk, text),
    by,
  })),
  act('handover', 'Hand the ticket over to the other level.', bodies.handover, (body, by) => ({
    type: 'hand-over',
    ...body,
    by,
  })),
  act('escalation', 'Lift the ticket to management.', bodies.escalation, ({ reason }, by) => ({
    type: 'lift-to-management',
    reason,
    by,
  })),
  act('acknowledgement', 'Say, as management, that you have seen what was lifted to you.', bodies.nothing, (_, by) => ({
    type: 'acknowledge-escalation',
    by,
  })),
  act('waiting', 'Wait for the customer, until a date to look again.', bodies.waiting, (body, by) => ({
    type: 'wait',
    ...body,
    by,
  })),
  act('time', 'Log work that was done.', bodies.time, (body, by) => ({ type: 'log-time', ...body, by })),
  act(
    'estimate',
    'Send the customer a price estimate to approve.',
    bodies.estimate,
    async ({ text, ...body }, by, desk) => ({
      type: 'give-estimate',
      words: await keepWords(desk, text),
      ...body,
      by,
    }),
  ),
  act('postponement', 'Postpone a less severe error to a later version.', bodies.postponement, (body, by) => ({
    type: 'postpone',
    ...body,
    by,
  })),
  act('version', 'Say in which version the fix is to come.', bodies.version, ({ version }, by) => ({
    type: 'tie-to-version',
    version,
    by,
  })),
  act('resolution', 'Say that it is solved.', bodies.resolution, async ({ text, toAll }, by, desk) => ({
    type: 'resolve',
    toAll,
    words: text === undefined ? undefined : await keepWords(desk, text),
    by,
  })),
  act('reopening', 'Take a resolved ticket up again.', bodies.reopening, ({ reason }, by) => ({
    type: 'reopen',
    reason,
    by,
  })),
  act('release', 'Let a parked ticket become work.', bodies.nothing, (_, by) => ({ type: 'release', by })),
] as const;

const triagedAs = (body: z.output<typeof bodies.triage>): TriagedAs => {
  if ('answers' in body) return { answers: body.answers };
  return { kind: body.kind === 'error' ? body.severity : body.kind };
};
