import { digestLetter } from '../../shared/mail/letters/digest-letter';
import type { LetterText } from '../../shared/mail/letters/letter-text';
import { reportLetter } from '../../shared/mail/letters/report-letter';
import { DAY } from '../../shared/promises/instant';
import type { Digest, ParkedMail } from '../../shared/report/digest';
import type { LevelFigures, WeekReport } from '../../shared/report/week';
import type { TicketId } from '../../shared/ticket/ids';
import { later, type Staging } from './letter-stage';

/** Letters that are about no single ticket. */
export const REPORTS = {
  'weekly-report': (staging: Staging): LetterText => reportLetter(report(staging), staging),
  digest: (staging: Staging): LetterText => digestLetter(digest(staging), staging),
} as const;

const LEVEL_2: LevelFigures = {
  received: 42,
  begun: 36,
  begunInTime: 35,
  begunWithinTarget: 30,
  missed: 1,
  resolved: 37,
  stillOpen: 9,
  byChannel: { mail: 30, chat: 8, phone: 4 },
  byKind: { critical: 0, severe: 2, minor: 3, request: 35, assignment: 0, security: 0, untriaged: 2 },
};

const LEVEL_3: LevelFigures = { ...LEVEL_2, received: 5, begun: 4, begunInTime: 3, resolved: 4, stillOpen: 1 };

const report = ({ policy }: Staging): WeekReport => ({
  week: '2026-W02',
  policy: policy.version,
  levels: { 2: LEVEL_2, 3: LEVEL_3 },
  misses: [
    {
      ticket: '7K3M-Q9XD' as TicketId,
      level: 2,
      kind: 'severe',
      channel: 'mail',
      latest: later(-5 * 24 * 60),
      begunAt: later(-4 * 24 * 60),
    },
    { ticket: 'AB12-CD34' as TicketId, level: 3, channel: 'phone', latest: later(-4 * 24 * 60) },
  ],
  liftedToManagement: 1,
  lettersUncertain: 2,
  open: [],
  unset: [{ closure: 'july', name: { nb: 'sommerferien', en: 'the summer holiday' }, year: 2027 }],
});

const REASONS = ['a mailing list', 'spam verdict FAIL', 'an automatic reply that answers nothing of ours'];

function digest({ cast, language }: Staging): Digest {
  const { name, email } = cast.customer;
  const parked = REASONS.map(
    (reason, n): ParkedMail => ({
      ticket: `AB1${n}-CD34` as TicketId,
      from: { ...(name && { name }), ...(email && { email }) },
      subject: cast.subject[language],
      reason,
      since: later(0) - n * DAY,
      isNew: n < 2,
    }),
  );
  return { date: '2026-01-13', parked };
}
