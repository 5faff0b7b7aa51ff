import { wholeWords } from '../../shared/desk/keep-words';
import type { Desk } from '../../shared/desk/ports';
import type { Words } from '../../shared/ticket/events';
import { Refusal } from '../../shared/ticket/refusal';
import type { Message } from '../../shared/ticket/ticket';
import { isoIn } from './iso';

/** Gives an agent who was overtaken the own text back, whole, with the messages that came between. */
export const tellWhatCameBetween =
  (desk: Desk) =>
  async (error: unknown): Promise<never> => {
    if (!(error instanceof Refusal) || error.reason !== 'conversation-moved-on') throw error;
    const { seen, words, since } = error.details as { seen: number; words: Words; since: readonly Message[] };
    const { now, policies } = await desk.circumstances();
    const iso = isoIn(policies.inForce(now));
    const messages = await Promise.all(
      since.map(async ({ from, at, words }) => ({ from, at: iso(at), text: await wholeWords(desk, words) })),
    );
    throw new Refusal(error.reason, error.message, { seen, text: await wholeWords(desk, words), messages });
  };
