import { factsOf } from '../../../shared/ticket/facts';
import { unopened } from '../../../shared/ticket/ticket';
import { at } from '../../support/desk-time';
import { anna, bo, given, look, mailAt, type Story, TICKET } from '../../support/ticket-story';

const opened = given(mailAt(at('mon 10:00')));
const handOver = { type: 'hand-over', to: 3, by: anna, reason: 'Feil i koden.' } as const;
const take = { type: 'assign', agent: bo, by: bo } as const;

/** The facts of the commit that a step of the story brought. */
const factsBetween = (before: Story, after: Story, now: number) =>
  factsOf(before.ticket, after.events, after.opened(), 2, now);

describe('the facts of a commit', () => {
  it('say that an inquiry was received, at level 2', () => {
    expect(factsOf(unopened(TICKET), opened.events, opened.opened(), 1, at('mon 10:00'))).toEqual({
      ticket: TICKET,
      version: 1,
      at: at('mon 10:00'),
      receivedAt: at('mon 10:00'),
      channel: 'mail',
      level: 2,
      status: 'open',
      did: [{ is: 'received', level: 2 }],
    });
  });

  it('book a miss on the level that had the ticket when it happened, though the same commit hands it over', () => {
    const facts = factsBetween(opened, opened.when(handOver, at('wed 09:00')), at('wed 09:00'));
    expect(facts).toMatchObject({
      level: 3,
      did: [
        { is: 'missed', latest: at('tue 15:00'), level: 2 },
        { is: 'handed-over', level: 3 },
      ],
    });
  });

  it('say that what was parked is received, when it is released', () => {
    const parked = given(mailAt(at('mon 10:00'), { park: 'spam' }));
    const released = parked.when({ type: 'release', by: anna }, at('mon 11:00'));
    const facts = factsBetween(parked, released, at('mon 11:00'));
    expect(facts).toMatchObject({ status: 'open', did: [{ is: 'received', level: 2 }] });
  });

  it('say whether work was begun in time', () => {
    const facts = factsBetween(opened, opened.when(take, at('tue 09:00')), at('tue 09:00'));
    expect(facts.did).toEqual([{ is: 'begun', inTime: true, withinTarget: false, level: 2 }]);
  });

  it('are none, where nothing happened that a report counts', () => {
    const halfway = opened.opened().commitment.warnAt;
    expect(factsBetween(opened, opened.when(look, halfway), halfway).did).toEqual([]);
  });
});
