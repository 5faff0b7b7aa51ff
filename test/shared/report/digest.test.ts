import { type Digest, digestOf } from '../../../shared/report/digest';
import type { TicketId } from '../../../shared/ticket/ids';
import type { Summary } from '../../../shared/ticket/summary';

const row = (id: string, receivedAt: number): Summary => ({
  id: id as TicketId,
  version: 1,
  subject: 'Du har vunnet',
  channel: 'mail',
  status: 'parked',
  parked: 'the spam filter says so',
  level: 2,
  customer: { name: 'Kari', email: 'kari@kunde.example' },
  receivedAt,
  beginTarget: 0,
  beginLatest: 0,
  missed: false,
  seen: 1,
  nextAt: receivedAt,
});

const listed = ({ parked }: Digest) => parked.map(({ ticket, isNew }) => [ticket, isNew]);

describe('a digest', () => {
  it('tells of each mail whence, what about, why and since when', () => {
    expect(digestOf('2026-01-19', [row('AAAA-AAAA', 5)], undefined)).toEqual({
      date: '2026-01-19',
      parked: [
        {
          ticket: 'AAAA-AAAA',
          from: { name: 'Kari', email: 'kari@kunde.example' },
          subject: 'Du har vunnet',
          reason: 'the spam filter says so',
          since: 5,
          isNew: true,
        },
      ],
    });
  });

  it('puts first what the one before did not list, however long ago that came', () => {
    const monday = digestOf('2026-01-19', [row('AAAA-AAAA', 1), row('CCCC-CCCC', 3)], undefined);
    const tuesday = digestOf(
      '2026-01-20',
      ['AAAA-AAAA', 'BBBB-BBBB', 'CCCC-CCCC'].map((id, n) => row(id, n + 1)),
      monday,
    );
    expect(listed(tuesday)).toEqual([
      ['BBBB-BBBB', true],
      ['AAAA-AAAA', false],
      ['CCCC-CCCC', false],
    ]);
  });
});
