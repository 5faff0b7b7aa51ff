import type { TicketId } from '../../../shared/ticket/ids';
import { hasWords, type Row, similarTo } from '../../../shared/ticket/similar';
import { at } from '../../support/desk-time';

const row = (subject: string, receivedAt = at('mon 12:05'), more: Partial<Row> = {}): Row => ({
  id: subject as TicketId,
  subject,
  receivedAt,
  ...more,
});

const CAUSE = {
  firstReceivedAt: at('mon 12:00'),
  texts: ['Treg påmelding', 'Påmeldingen henger', 'Hei! Skjemaet for påmelding laster aldri ferdig.'],
};

const found = (...rows: readonly Row[]) => similarTo(CAUSE, rows).map(({ subject }) => subject);

describe('a ticket looks like one of an incident', () => {
  it.each([
    ['by a word in another form', 'Påmeldinga er treig', ['påmeldinga']],
    ['by the same word in capitals', 'PÅMELDING', ['påmelding']],
    ['by a word of the first message', 'Skjema laster ikke', ['skjema', 'laster']],
    ['by half of its words', 'Påmelding til julebordet', ['påmelding']],
  ])('%s', (_, subject, words) => {
    expect(similarTo(CAUSE, [row(subject)])).toEqual([expect.objectContaining({ subject, words })]);
  });

  it.each([
    ['when it has no word in common', 'Faktura for mars'],
    ['by words that are in every subject', 'Hei, feil! Hjelp, det virker ikke'],
    ['by less than half of its words', 'Påmelding, faktura, kort, kvittering'],
    ['by short words', 'Vi må ha en til'],
    ['when it says nothing', ''],
  ])('not %s', (_, subject) => {
    expect(found(row(subject))).toEqual([]);
  });

  it('when it was received since a little before the first one, however much later', () => {
    const [before, longBefore, after] = ['mon 08:00', 'mon 07:59', 'tue 15:00'].map((time) =>
      row('Påmelding', at(time)),
    );
    expect(similarTo(CAUSE, [before, longBefore, after] as Row[]).map(({ receivedAt }) => receivedAt)).toEqual([
      at('mon 08:00'),
      at('tue 15:00'),
    ]);
  });

  it('unless it belongs to an incident already', () => {
    expect(found(row('Påmelding', undefined, { partOf: '7K3M-Q9XD' as TicketId }))).toEqual([]);
    expect(found(row('Påmelding', undefined, { leads: true }))).toEqual([]);
  });

  it('the more, the more of its words are shared', () => {
    expect(found(row('Påmelding julebord'), row('Påmelding henger'), row('Påmelding'))).toEqual([
      'Påmelding henger',
      'Påmelding',
      'Påmelding julebord',
    ]);
  });
});

describe('words that somebody has named', () => {
  it.each([
    ['påmelding', 'Påmeldingen henger', true],
    ['PÅMELDING henger', 'Henger påmeldingen?', true],
    ['påmelding treg', 'Påmeldingen henger', false],
    ['', 'Hva som helst', true],
  ])('“%s” are in “%s”: %s', (named, subject, expected) => {
    expect(hasWords(subject, named)).toBe(expected);
  });
});
