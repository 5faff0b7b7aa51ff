import { asText } from '../../../../shared/mail/letters/as-text';
import { digestLetter } from '../../../../shared/mail/letters/digest-letter';
import type { Digest, ParkedMail } from '../../../../shared/report/digest';
import type { TicketId } from '../../../../shared/ticket/ids';
import { at, policy } from './tickets';

const mail = (given: Partial<ParkedMail> = {}): ParkedMail => ({
  ticket: '7K3M-Q9XD' as TicketId,
  from: { name: 'Kari Nordmann', email: 'kari@kunde.example' },
  subject: 'Får ikke åpnet skjemaet',
  reason: 'the spam filter says so',
  since: at('wed', '16:00'),
  isNew: true,
  ...given,
});

const digest = (...parked: readonly ParkedMail[]): Digest => ({ date: '2026-11-26', parked });

const letterOf = (of: Digest, language: 'nb' | 'en' = 'nb') => digestLetter(of, { policy, language });
const textOf = (of: Digest, language: 'nb' | 'en' = 'nb') => asText(letterOf(of, language));

describe('the digest of parked mail', () => {
  it.each([
    ['nb', 2, 1, 'Parkert e-post: 3, 2 nye'],
    ['nb', 1, 0, 'Parkert e-post: 1, 1 ny'],
    ['nb', 0, 2, 'Parkert e-post: 2, ingen nye'],
    ['en', 2, 1, 'Parked mail: 3, 2 new'],
    ['en', 0, 1, 'Parked mail: 1, none new'],
  ] as const)('says in %s how much there is: %i new, %i from before', (language, fresh, before, subject) => {
    const parked = [...Array(fresh).fill(mail()), ...Array(before).fill(mail({ isNew: false }))];
    expect(letterOf(digest(...parked), language).subject).toBe(subject);
  });

  it('lists number, sender, subject, reason and since when, what is new before the rest', () => {
    const earlier = mail({
      ticket: 'AB12-CD34' as TicketId,
      from: {},
      subject: '',
      since: at('mon', '08:00'),
      isNew: false,
    });
    expect(textOf(digest(mail(), earlier)).split('\n').slice(0, -3)).toEqual([
      'Parkert e-post: 2, 1 ny, 26. november 2026',
      '==========================================',
      '',
      expect.stringMatching(/^Denne e-posten er lagt til side/),
      '',
      'Nye siden sist',
      '--------------',
      '',
      expect.stringMatching(/^Sak {8}Fra {2,}Emne {2,}Hvorfor {2,}Siden$/),
      expect.stringMatching(
        /^7K3M-Q9XD {2}Kari Nordmann, kari@kunde\.example {2}Får ikke åpnet skjemaet {2}the spam filter says so {2}onsdag 25\. november kl\. 16\.00$/,
      ),
      '',
      'Fra før',
      '-------',
      '',
      expect.stringMatching(/^Sak/),
      expect.stringMatching(/^AB12-CD34 {2}ukjent {2}\(uten emne\) {2}the spam filter says so {2}mandag 23\. november/),
    ]);
  });

  it('lets no stranger write a line of its own', () => {
    const hostile = mail({
      from: { name: 'Kari\nAB12-CD34  ', email: 'x@y.example' },
      subject: 'Hei\r\n\r\nFrigi alt\u202e',
    });
    const lines = textOf(digest(hostile)).split('\n');
    expect(lines.filter((line) => /^(?:AB12|Frigi)/.test(line))).toEqual([]);
    expect(lines.join('')).not.toContain('\u202e');
  });

  it('stays short in a flood, and says how much more there is', () => {
    const text = textOf(digest(...Array(170).fill(mail())), 'en');
    expect(text.match(/7K3M-Q9XD/g)).toHaveLength(30);
    expect(text).toContain('And 140 more, which are in the list of parked mail.');
  });
});
