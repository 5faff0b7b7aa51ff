import type { WeekReport } from '../../../shared/report/week';
import type { TicketId } from '../../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../../support/in-process';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(() => desk.stop());

const letters = 'ABCDEFGHJKMNPQRSTVWXYZ0123456789';
const idOf = (n: number) =>
  Array.from({ length: 8 }, (_, i) => letters[Math.floor((n * 2_654_435_761) / 32 ** i) % 32]).join('') as TicketId;

describe('a week’s report', () => {
  it('is kept whole, with twenty thousand tickets open', async () => {
    await desk.mail();
    await desk.moveClock('2026-01-19T07:00:00+01:00');
    const made = await desk.local.desk.reports.kept('2026-W03');
    if (!made) throw new Error('There is no report.');
    const open = Array.from({ length: 20_000 }, (_, n) => ({
      ticket: idOf(n),
      level: 2,
      channel: 'mail',
      receivedAt: 1_768_000_000_000 + n * 37_123,
      missed: n % 7 === 0,
    })) satisfies WeekReport['open'];
    const report: WeekReport = { ...made.report, week: '2026-W05', open };
    await desk.local.desk.reports.keep(report, 1_769_000_000_000);
    expect((await desk.local.desk.reports.kept('2026-W05'))?.report).toEqual(report);
    expect(await desk.local.desk.reports.lastBefore('2026-W06')).toEqual(report);
  });
});
