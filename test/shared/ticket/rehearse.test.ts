import { DAY } from '../../../shared/promises/instant';
import { defaultPolicy, type Policy } from '../../../shared/promises/policy';
import type { Command } from '../../../shared/ticket/command';
import type { TicketEvent } from '../../../shared/ticket/events';
import { rehearsed } from '../../../shared/ticket/rehearse';
import { type OpenedTicket, replay, unopened } from '../../../shared/ticket/ticket';
import { at } from '../../support/desk-time';
import { anna, bo, given, look, mailAt, TICKET, types } from '../../support/ticket-story';

const begunBy = (...acts: Policy['begunBy']): Policy => ({ ...defaultPolicy, begunBy: acts });

const take: Command = { type: 'assign', agent: bo, by: bo };
const give: Command = { type: 'assign', agent: bo, by: anna };
const answer: Command = { type: 'write-reply', words: { text: 'Vi er i gang.' }, cc: [], seen: 1, by: bo };
const estimate: Command = {
  type: 'give-estimate',
  hours: 4,
  words: { text: 'Fire timer.' },
  validUntil: at('next fri 12:00'),
  by: bo,
};
const resolve: Command = { type: 'resolve', words: { text: 'Nå virker det.' }, by: bo };
const resolveSilently: Command = { type: 'resolve', by: bo };

type Said = readonly [command: Command, now: number];

/** What people and the clock did about Monday's mail, all of it as it was recorded. */
function historyOf(...told: readonly Said[]): TicketEvent[] {
  const opening = given(mailAt(at('mon 10:00')));
  const history = [...opening.events];
  told.reduce((story, [command, now]) => {
    const next = story.when(command, now);
    history.push(...next.events);
    return next;
  }, opening);
  return history;
}

function under(policy: Policy, history: readonly TicketEvent[], until = at('next fri 15:00')): OpenedTicket {
  const ticket = rehearsed(TICKET, history, policy, until);
  if (ticket.state === 'unopened') throw new Error('The history has not opened its ticket.');
  return ticket;
}

describe('a ticket that is rehearsed', () => {
  it('is late where only an answer begins the work, and it was taken in time and answered late', () => {
    const history = historyOf([take, at('mon 11:00')], [answer, at('next tue 10:00')]);
    expect(types(history)).not.toContain('promise-missed');
    const ticket = under(begunBy('answered'), history);
    expect(ticket.missed).toEqual([at('tue 15:00')]);
    expect(ticket.begun).toEqual({ at: at('next tue 10:00'), by: bo, inTime: false, withinTarget: false });
  });

  it('is in time where being given it begins the work, and it was given at once and answered late', () => {
    const history = historyOf([give, at('mon 10:05')], [answer, at('next tue 10:00')]);
    expect(types(history)).toContain('promise-missed');
    const ticket = under(begunBy('taken', 'answered', 'assigned'), history);
    expect(ticket.missed).toEqual([]);
    expect(ticket.begun).toMatchObject({ at: at('mon 10:05'), by: bo, inTime: true });
  });

  it.each([
    ['a reply', answer, true],
    ['an estimate', estimate, true],
    ['a solution in words', resolve, true],
    ['a solution without a word', resolveSilently, false],
  ])('is begun by %s, if the words reach the customer', (_, command, begun) => {
    const ticket = under(begunBy('answered'), historyOf([take, at('mon 11:00')], [command, at('mon 12:00')]));
    expect(ticket.begun?.at).toBe(begun ? at('mon 12:00') : undefined);
  });

  it('owes no answer of its own while its work has not begun', () => {
    const history = historyOf([take, at('mon 11:00')], [mailAt(at('mon 12:00')), at('mon 12:00')]);
    expect(under(defaultPolicy, history, at('mon 13:00')).answerDue).toBeDefined();
    expect(under(begunBy('answered'), history, at('mon 13:00')).answerDue).toBeUndefined();
  });

  it('comes back as the mail arrived, though it was read a day later', () => {
    const history = historyOf(
      [resolveSilently, at('mon 11:00')],
      [mailAt(at('wed 10:00')), at('wed 10:00') + DAY],
      [look, at('thu 12:00')],
    );
    const recorded = replay(history, unopened(TICKET)) as OpenedTicket;
    const { commitment } = under(defaultPolicy, history, at('thu 12:00'));
    expect(commitment).toEqual(recorded.commitment);
    expect(commitment.basis).toMatchObject({ because: 'reopened', beginFrom: at('wed 10:00') });
  });
});
