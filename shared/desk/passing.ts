import type { LetterKey } from '../mail/letter-tag';
import type { Command } from '../ticket/command';
import { isErased } from '../ticket/erased';
import { type CommandId, commandId, ticketIdOf } from '../ticket/ids';
import type { PassedOn } from '../ticket/passed-on';
import type { Message, OpenedTicket } from '../ticket/ticket';

/** Named after the effect, so that to pass it on again says nothing twice, and that what came of it is found again. */
export const passedAs = ({ ticket, version, index }: LetterKey): CommandId =>
  commandId(`${ticket} ${version} ${index}`);

/** Which effect a command was passed on by; nothing for one that came otherwise. */
export function passedBy(command: CommandId): LetterKey | undefined {
  const [, number = '', version, index] = /^([0-9A-Z]{4}-[0-9A-Z]{4}) (\d+) (\d+)$/.exec(command) ?? [];
  const ticket = ticketIdOf(number);
  return ticket && { ticket, version: Number(version), index: Number(index) };
}

/**
 * What is done to the others. `given` is the ticket as it was then, but for what was redacted since; nothing, where
 * nothing is left to pass on.
 */
export function commandFor(effect: PassedOn, given: OpenedTicket): Command | undefined {
  const from = given.id;
  switch (effect.what) {
    case 'join':
      return { type: 'join-incident', from, by: effect.by, begun: given.begun !== undefined, kind: given.kind };
    case 'leave':
      return { type: 'leave-incident', from, by: effect.by };
    case 'begin':
      return { type: 'begin-with-incident', from, by: effect.by };
    case 'link':
      return { type: 'be-linked', from, by: effect.by };
    case 'absorb': {
      const { customer, receivedAt } = given;
      return { type: 'absorb', from, by: effect.by, customer, receivedAt, messages: absorbable(given.messages) };
    }
    case 'answer':
      return answer(effect, given);
    case 'message':
      return inquiry(effect, given);
  }
}

type Passing<W extends PassedOn['what']> = Extract<PassedOn, { what: W }>;

function answer(
  { by, message: place, resolve }: Passing<'answer'>,
  { id: from, messages }: OpenedTicket,
): Command | undefined {
  const message = messages[place];
  if (message && !isErased(message)) {
    const attachments = message.attachments.filter(({ locked }) => !locked);
    return { type: 'answer-with-incident', from, by, words: message.words, attachments, resolve };
  }
  return resolve ? { type: 'leave-incident', from, by } : undefined;
}

function inquiry({ message: place }: Passing<'message'>, given: OpenedTicket): Command | undefined {
  const message = given.messages[place];
  if (!message || isErased(message)) return undefined;
  const { from: _from, cc: _cc, redacted: _redacted, at: receivedAt, sender, ...said } = message;
  const { channel, customer, subject, language } = given;
  return {
    type: 'receive-inquiry',
    channel,
    customer,
    subject,
    language,
    message: { ...said, receivedAt, ...(sender && { sender }) },
    acknowledge: false,
  };
}

/** An item of the table holds 400 kB, and the commit that takes the messages in has more to tell than them. */
const ABSORBED_BYTES_MAX = 200_000;

/** The newest that a commit takes in; older ones stay where they are, and are read there. */
export function absorbable(messages: readonly Message[]): readonly Message[] {
  let bytes = 0;
  const first = messages.findLastIndex((message) => {
    bytes += Buffer.byteLength(JSON.stringify(message));
    return bytes > ABSORBED_BYTES_MAX;
  });
  return messages.slice(first + 1);
}
