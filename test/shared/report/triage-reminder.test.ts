import type { Instant } from '../../../shared/promises/instant';
import { defaultPolicy } from '../../../shared/promises/policy';
import { triageReminderOf } from '../../../shared/report/triage-reminder';
import type { TicketId } from '../../../shared/ticket/ids';
import type { Summary } from '../../../shared/ticket/summary';
import { row } from './rows';

const july = (day: number, time: string): Instant => Date.parse(`2026-07-${day}T${time}+02:00`);

const listed = (day: number, rows: readonly Summary[]) =>
  triageReminderOf({ date: `2026-07-${day}`, closesAt: july(day, '16:00') }, rows, defaultPolicy).untriaged.map(
    ({ ticket, isLeft }) => [ticket, isLeft],
  );

describe('what nobody has triaged', () => {
  it('is told of what came before the close of the day, though support is closed', () => {
    const rows = [row('AAAA-AAAA', july(15, '10:00')), row('BBBB-BBBB', july(15, '15:59'))];
    expect(listed(15, rows)).toEqual([
      ['AAAA-AAAA', false],
      ['BBBB-BBBB', false],
    ]);
  });

  it('is told on the next working day of what came at the close or after it, or on a weekend', () => {
    const rows = [row('AAAA-AAAA', july(17, '16:00')), row('BBBB-BBBB', july(18, '12:00'))];
    expect(listed(17, rows)).toEqual([]);
    expect(listed(20, rows)).toEqual([
      ['AAAA-AAAA', false],
      ['BBBB-BBBB', false],
    ]);
  });

  it('puts first what is left from the days before', () => {
    const rows = [row('BBBB-BBBB', july(16, '09:00')), row('AAAA-AAAA', july(15, '10:00'))];
    expect(listed(16, rows)).toEqual([
      ['AAAA-AAAA', true],
      ['BBBB-BBBB', false],
    ]);
  });

  it('leaves out what somebody has triaged, and what is judged with its incident', () => {
    const rows = [
      row('AAAA-AAAA', july(15, '10:00'), { kind: 'request' }),
      row('BBBB-BBBB', july(15, '10:00'), { partOf: 'CCCC-CCCC' as TicketId }),
    ];
    expect(listed(15, rows)).toEqual([]);
  });
});
