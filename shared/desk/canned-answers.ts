import { type Filled, filled, valuesOf } from '../mail/letters/canned';
import type { CannedAnswer } from '../mail/letters/canned-answer';
import { heldTo } from '../ticket/circumstances';
import type { Language } from '../ticket/events';
import type { TicketId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { Agent } from '../ticket/staff';
import type { OpenedTicket } from '../ticket/ticket';
import { openedTicket } from './opened-ticket';
import type { Desk } from './ports';

/** An answer as it would be sent. */
export interface ReadyAnswer extends Filled, Pick<CannedAnswer, 'id'> {
  readonly title: string;
}

export interface ReadyAnswers {
  /** The ticket's, in which they are written. */
  readonly language: Language;
  readonly answers: readonly ReadyAnswer[];
}

/** The answers that fit a ticket, filled for it; the words are the agent's, who may still change them. */
export const answersFor =
  (desk: Desk) =>
  async (id: TicketId, agent: Agent): Promise<ReadyAnswers> => {
    const ticket = await openedTicket(desk, id);
    const { now, policies } = await desk.circumstances();
    const known = { policy: heldTo(ticket, policies), now, version: ticket.fixIn?.version };
    const values = valuesOf(ticket, agent.name, known);
    const fitting = (await desk.cannedAnswers.all()).filter((answer) => fits(answer, ticket));
    const { language } = ticket;
    return {
      language,
      answers: fitting.map(({ id, title, text }) => ({
        id,
        title: title[language],
        ...filled(text[language], values),
      })),
    };
  };

// Before it is triaged nobody knows what a ticket is, so every answer may fit.
const fits = ({ kinds }: CannedAnswer, { kind }: OpenedTicket): boolean =>
  kind === undefined || kinds.length === 0 || kinds.includes(kind);

/** Takes an answer away, one that the desk began with too, until somebody writes one of that id again. */
export const removeAnswer =
  (desk: Pick<Desk, 'cannedAnswers'>) =>
  async (id: string): Promise<void> => {
    const there = (await desk.cannedAnswers.all()).map((answer) => answer.id);
    if (!there.includes(id))
      throw new Refusal('no-such-path', `There is no answer “${id}”. Choose one of: ${there.join(', ')}.`);
    await desk.cannedAnswers.remove(id);
  };
