import { erasureIn } from '../../../shared/ticket/erasure';
import type { Attachment, CustomerMessage, TicketEvent } from '../../../shared/ticket/events';
import type { TicketId } from '../../../shared/ticket/ids';
import { type Told, withoutRedacted } from '../../../shared/ticket/origins';
import { replay, unopened } from '../../../shared/ticket/ticket';
import { at } from '../../support/desk-time';
import { anna, bo, given, mailAt, type Story, TICKET } from '../../support/ticket-story';

const file = (name: string): Attachment => ({ name, type: 'text/csv', bytes: 3, key: `attachments/m1/${name}` });

const MESSAGE: CustomerMessage = {
  words: { text: 'Deltakere', key: 'words/1.txt' },
  quoted: { text: 'Sitert', key: 'words/2.txt' },
  attachments: [file('a.csv'), file('b.csv')],
  receivedAt: at('mon 10:00'),
  sender: { email: 'kari@kunde.example' },
  raw: 'mail/m1.eml',
  html: 'html/1.html',
};

const opened = () => given(mailAt(at('mon 10:00'), { message: MESSAGE }));

const redact = (story: Story, message = 0, attachment?: number): Story =>
  story.when({ type: 'redact', message, attachment, reason: 'Sendt ved en feil', by: anna }, at('mon 11:00'));

const historyOf = (...stories: readonly Story[]): Told[] =>
  stories.map(({ events }, n) => ({ version: n + 1, events }));

const madeBy = (history: readonly Told[]) =>
  history.reduce((ticket, { events }) => replay(events as TicketEvent[], ticket), replay([], unopened(TICKET)));

/** The history as it is when all is erased. */
function erasedOf(history: readonly Told[]): readonly Told[] {
  const { commits } = erasureIn(TICKET, history);
  return history.map((commit) => commits.find(({ version }) => version === commit.version) ?? commit);
}

describe('a message that is redacted', () => {
  const story = opened();
  const redacted = redact(story);
  const history = historyOf(story, redacted);

  it('leaves who wrote it and when, and who erased it and why', () => {
    expect(redacted.opened().messages).toEqual([
      {
        from: 'customer',
        at: at('mon 10:00'),
        receivedAt: at('mon 10:00'),
        cc: [],
        sender: { email: 'kari@kunde.example' },
        words: { text: '' },
        attachments: [],
        redacted: { at: at('mon 11:00'), by: anna, reason: 'Sendt ved en feil' },
      },
    ]);
  });

  it('has its files removed, and its words taken out of the history', () => {
    expect(erasureIn(TICKET, history).files.toSorted()).toEqual([
      'attachments/m1/a.csv',
      'attachments/m1/b.csv',
      'html/1.html',
      'mail/m1.eml',
      'words/1.txt',
      'words/2.txt',
    ]);
    expect(JSON.stringify(erasedOf(history))).not.toMatch(/Deltakere|Sitert|\.csv|\.eml|\.html/);
  });

  it('is the same ticket afterwards, with nothing left to erase', () => {
    expect(madeBy(erasedOf(history))).toEqual(madeBy(history));
    expect(erasureIn(TICKET, erasedOf(history))).toEqual({ pending: [], commits: [], files: [] });
  });

  it('is redacted once', () => {
    expect(redact(redacted).events).toEqual([]);
  });

  it('is not said any more where it was still to be said', () => {
    expect(withoutRedacted(TICKET, history, 1)).toMatchObject({ messages: [{ words: { text: '' } }] });
    expect(withoutRedacted(TICKET, historyOf(story), 1)).toMatchObject({
      messages: [{ words: { text: 'Deltakere' } }],
    });
  });
});

describe('files that are redacted one by one', () => {
  const first = redact(opened(), 0, 1);
  const second = redact(first, 0, 0);

  it('keep their places, and the words', () => {
    const [message] = first.opened().messages;
    expect(message?.attachments.map(({ name }) => name)).toEqual(['a.csv', '']);
    expect(message).toMatchObject({ words: { text: 'Deltakere' }, quoted: { text: 'Sitert' } });
    expect(message).not.toHaveProperty('raw');
    expect(second.opened().messages[0]?.attachments.map(({ name }) => name)).toEqual(['', '']);
  });

  it('are erased alike, in whatever order that is carried out', () => {
    const history = historyOf(opened(), first, second);
    expect(madeBy(erasedOf(history))).toEqual(madeBy(history));
    const early = [...erasedOf(history.slice(0, 2)), ...history.slice(2)];
    expect(erasureIn(TICKET, early).files).toEqual(['attachments/m1/a.csv']);
    expect(madeBy(erasedOf(early))).toEqual(madeBy(history));
  });
});

describe('what else is erased', () => {
  it('is a file that two messages share when both are gone, and no sooner', () => {
    const again = opened().when(mailAt(at('mon 10:30'), { message: MESSAGE }), at('mon 10:30'));
    const one = redact(again, 0);
    const history = historyOf(opened(), again, one);
    expect(erasureIn(TICKET, history).files).toEqual([]);
    expect(erasureIn(TICKET, historyOf(opened(), again, one, redact(one, 1))).files).toContain('words/1.txt');
  });

  it('is a mail that was held before it was confirmed', () => {
    const held = opened().when({ type: 'hold-mail', message: MESSAGE, doubt: 'unknown-sender' }, at('mon 10:05'));
    const confirmed = held.when({ type: 'confirm-mail', held: 0, by: bo }, at('mon 10:10'));
    const erased = erasedOf(historyOf(opened(), held, confirmed, redact(redact(confirmed, 1), 0)));
    expect(JSON.stringify(erased)).toMatch(/Deltakere/);
    const both = [redact(confirmed, 1), redact(redact(confirmed, 1), 0)];
    expect(JSON.stringify(erasedOf(historyOf(opened(), held, confirmed, ...both)))).not.toMatch(/Deltakere|Sitert/);
  });

  it('is an answer of our own', () => {
    const answered = opened().when(
      { type: 'write-reply', words: { text: 'Svaret' }, cc: [], attachments: [file('c.csv')], seen: 1, by: bo },
      at('mon 10:20'),
    );
    const history = historyOf(opened(), answered, redact(answered, 1));
    expect(erasureIn(TICKET, history).files).toEqual(['attachments/m1/c.csv']);
    expect(JSON.stringify(erasedOf(history))).not.toContain('Svaret');
  });

  it('is a message that came with another ticket', () => {
    const absorbed = opened().when(
      {
        type: 'absorb',
        from: '9Z9Z-9Z9Z' as TicketId,
        by: anna,
        customer: {},
        receivedAt: at('mon 10:05'),
        messages: ['En', 'To'].map((text) => ({
          from: 'customer',
          at: at('mon 10:05'),
          words: { text },
          attachments: [],
          cc: [],
        })),
      },
      at('mon 10:30'),
    );
    const erased = JSON.stringify(erasedOf(historyOf(opened(), absorbed, redact(absorbed, 2))));
    expect(erased).toContain('"En"');
    expect(erased).not.toContain('"To"');
  });
});

it.each([
  ['a message', () => redact(opened(), 1), /There is no message 1 here/],
  ['a file', () => redact(opened(), 0, 2), /has no file 2/],
])('%s that is not there can’t be redacted', (_, act, message) => {
  expect(act).toThrow(message);
});
