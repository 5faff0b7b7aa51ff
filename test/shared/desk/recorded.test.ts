import { type Records, recordedBetween } from '../../../shared/desk/recorded';
import { type IsoWeek, isoWeekOf } from '../../../shared/promises/iso-week';
import { type Facts, factsOf } from '../../../shared/ticket/facts';
import { unopened } from '../../../shared/ticket/ticket';
import { at } from '../../support/desk-time';
import { given, mailAt, TICKET } from '../../support/ticket-story';

const timeZone = 'Europe/Oslo';
const RANGE = { from: at('mon 00:00'), to: at('sat 00:00'), now: at('next wed 10:00'), timeZone };

/** A desk that has read a mail at some time, and has nothing open any more. */
function deskThatRead(receivedAt: number, readAt: number): Records {
  const { opened, events } = given(mailAt(receivedAt));
  const facts: Facts = factsOf(unopened(TICKET), events, opened(), 1, readAt);
  return {
    reports: { facts: async (week: IsoWeek) => (week === isoWeekOf(readAt, timeZone) ? [facts] : []) },
    lists: { underway: async function* () {} },
    tickets: { history: async () => [{ events }] },
  };
}

const ids = async (receivedAt: number, readAt: number) =>
  (await recordedBetween(deskThatRead(receivedAt, readAt), RANGE)).map(({ id }) => id);

describe('what was recorded of a range', () => {
  it('holds a ticket that arrived in it, though its mail was read a week later', async () => {
    expect(await ids(at('fri 14:59'), at('fri 15:00'))).toEqual([TICKET]);
    expect(await ids(at('fri 14:59'), at('next tue 09:00'))).toEqual([TICKET]);
  });

  it('holds none that arrived when it was over', async () => {
    expect(await ids(at('sat 00:00'), at('sat 00:01'))).toEqual([]);
  });
});
