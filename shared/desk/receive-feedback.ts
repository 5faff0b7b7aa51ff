import { normaliseAddress } from '../mail/address';
import { type LetterKey, letterIdOf } from '../mail/letter-tag';
import type { Instant } from '../promises/instant';
import type { Command } from '../ticket/command';
import type { FeedbackMark } from '../ticket/delivery';
import { commandId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import { handle } from './handle';
import type { Desk } from './ports';

/** What the mail service tells of a mail that it took from us: any number of times, in any order. */
export type Feedback = {
  /** The same for the same news, however often they come. */
  readonly id: string;
  readonly at: Instant;
  /** Nothing for a letter that is about no ticket, such as the weekly report. */
  readonly letter: LetterKey | undefined;
} & (
  | { readonly is: 'delivered'; readonly to: readonly string[] }
  | { readonly is: 'delayed' }
  | { readonly is: 'returned'; readonly why: Return; readonly failures: readonly Failure[] }
  | { readonly is: 'complained'; readonly by: readonly string[] }
);

/**
 * `refused`: the mail service itself would not send it, which says nothing of the address. `unexplained`: it has passed,
 * or somebody's mailbox has answered; the letter may well have arrived.
 */
export type Return = 'permanent' | 'transient' | 'refused' | 'unexplained';

const isForGood = (why: Return): boolean => why === 'permanent' || why === 'refused';

export interface Failure {
  readonly address: string;
  /** On one line, and not for the log. */
  readonly diagnostic: string;
  /** Whether it is an address that we wrote to, and not what another's mail server made of it. */
  readonly isOurs: boolean;
}

type Told<Is extends Feedback['is']> = Extract<Feedback, { readonly is: Is }>;

/** Marks the letter and whom it was for, and tells the ticket what an agent has to know. */
export const receiveFeedback =
  (desk: Desk) =>
  async (feedback: Feedback): Promise<void> => {
    switch (feedback.is) {
      case 'delivered':
        return delivered(desk, feedback);
      case 'delayed':
        return mark(desk, feedback, 'delayedAt');
      case 'returned':
        return returned(desk, feedback);
      case 'complained':
        return complained(desk, feedback);
    }
  };

// Nearly all news are of this kind, so they cost no more than they must: that staff got their mail is worth nothing.
async function delivered(desk: Desk, feedback: Told<'delivered'>): Promise<void> {
  const staff = await staffOf(desk);
  const customers = feedback.to.filter((address) => !staff.has(address));
  if (customers.length === 0) return;
  await mark(desk, feedback, 'deliveredAt');
  for (const [address, { undeliverable }] of await desk.contacts.of(customers))
    if (undeliverable) await desk.contacts.note(address, { deliveredAt: feedback.at });
}

async function returned(desk: Desk, feedback: Told<'returned'>): Promise<void> {
  const { at, why, failures } = feedback;
  if (why !== 'unexplained') await mark(desk, feedback, 'returnedAt');
  const staff = await staffOf(desk);
  const bad = failures.filter(({ address, isOurs }) => why === 'permanent' && isOurs && !staff.has(address));
  for (const { address, diagnostic } of bad) await desk.contacts.note(address, { undeliverable: { at, diagnostic } });
  if (failures.some(({ address }) => staff.has(address))) complainOf(desk, feedback);
  await tellTicket(desk, feedback, (letter) =>
    failures.map(({ address, diagnostic }) => ({
      type: 'note-delivery-failure',
      address,
      permanent: isForGood(why),
      diagnostic,
      letter,
    })),
  );
}

async function complained(desk: Desk, feedback: Told<'complained'>): Promise<void> {
  await mark(desk, feedback, 'complainedAt');
  for (const address of feedback.by) await desk.contacts.note(address, { complainedAt: feedback.at });
  await tellTicket(desk, feedback, () => feedback.by.map((address) => ({ type: 'note-complaint', address })));
}

async function mark(desk: Desk, { letter, at }: Feedback, as: FeedbackMark): Promise<void> {
  if (letter) await desk.feedback.note(letter, as, at);
}

// An alert that reaches no one is none (P12), and another one to the same address would not help.
function complainOf(desk: Desk, { letter, why }: Told<'returned'>): void {
  if (isForGood(why)) desk.log.error('mail to staff came back', { letter: letter && letterIdOf(letter) });
}

async function staffOf(desk: Desk): Promise<ReadonlySet<string>> {
  const { staff } = await desk.circumstances();
  return new Set([...staff.map(({ email }) => email), desk.addresses.management].map(normaliseAddress));
}

async function tellTicket(
  desk: Desk,
  { letter, id, is }: Feedback,
  commandsFor: (letterId: string) => readonly Command[],
): Promise<void> {
  if (!letter) return desk.log.info('news of a letter about no ticket', { is });
  for (const [place, command] of commandsFor(letterIdOf(letter)).entries())
    await handle(desk)(letter.ticket, command, commandId(`${is}#${id}#${place}`)).catch(unlessUnknown(desk, letter));
}

// Another try would not find it either.
const unlessUnknown =
  (desk: Desk, letter: LetterKey) =>
  (error: unknown): void => {
    if (!(error instanceof Refusal) || error.reason !== 'no-such-ticket') throw error;
    desk.log.info('news of a letter that is not known', { letter: letterIdOf(letter) });
  };
