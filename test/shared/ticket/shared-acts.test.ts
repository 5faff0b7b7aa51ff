import type { ActOf, FromAnother } from '../../../shared/ticket/command';
import type { TicketId } from '../../../shared/ticket/ids';
import type { Message } from '../../../shared/ticket/ticket';
import { at } from '../../support/desk-time';
import { anna, bo, given, mailAt, type Story, TICKET, types } from '../../support/ticket-story';

const OTHER = '9Z9Z-9Z9Z' as TicketId;
const LOWER = '0A0A-0A0A' as TicketId;

const opened = () => given(mailAt(at('mon 10:00')));
const replied = (story: Story) =>
  story.when({ type: 'write-reply', words: { text: 'Vi ser på det.' }, cc: [], seen: 1, by: anna }, at('mon 10:10'));

const merge = (into: TicketId): ActOf<'merge'> => ({ type: 'merge', into, by: anna });
const declare: ActOf<'declare-incident'> = { type: 'declare-incident', title: 'Treg påmelding', by: anna };
const attach = (...ids: readonly TicketId[]): ActOf<'attach-tickets'> => ({
  type: 'attach-tickets',
  tickets: ids.map((id) => ({ id, receivedAt: at('mon 09:00') })),
  by: anna,
});
const join: FromAnother = { type: 'join-incident', from: OTHER, by: anna, begun: false };
const answer = (resolve: boolean): FromAnother => ({
  type: 'answer-with-incident',
  from: OTHER,
  by: anna,
  words: { text: 'Til alle.' },
  attachments: [],
  resolve,
});

const message = (receivedAt: number, from: Message['from'] = 'customer'): Message => ({
  from,
  at: receivedAt,
  words: { text: 'Fra den andre.' },
  attachments: [],
  cc: [],
});
const absorb = (from: TicketId, ...messages: readonly Message[]): FromAnother => ({
  type: 'absorb',
  from,
  by: anna,
  customer: { email: 'ola@kunde.example' },
  receivedAt: messages[0]?.at ?? 0,
  messages,
});

const passedOn = ({ effects }: Story) =>
  effects.flatMap((effect) => (effect.type === 'pass-on' ? [`${effect.what} → ${effect.to.join(', ')}`] : []));

describe('a ticket that is merged', () => {
  it('passes what it holds on, and what comes in later', () => {
    const merged = opened().when(merge(OTHER), at('mon 11:00'));
    expect(merged.opened().status).toEqual({ is: 'merged', into: OTHER });
    expect(passedOn(merged)).toEqual([`absorb → ${OTHER}`]);
    expect(passedOn(merged.when(mailAt(at('mon 11:05')), at('mon 11:05')))).toEqual([`message → ${OTHER}`]);
  });

  it('has nothing due any longer', () => {
    expect(opened().when(merge(OTHER), at('mon 11:00')).wakesAt()).toBeUndefined();
  });

  it('is not merged into itself, nor while it leads an incident', () => {
    expect(() => opened().when(merge(TICKET), at('mon 11:00'))).toThrow(/itself/);
    expect(() => opened().when(declare, at('mon 10:30')).when(merge(OTHER), at('mon 11:00'))).toThrow(
      /Merge the other/,
    );
  });
});

describe('the ticket that goes on with another', () => {
  it('takes its messages in at the end, so that its own keep their places', () => {
    const story = opened().when(absorb(OTHER, message(at('mon 09:00'))), at('mon 11:00'));
    expect(story.opened().messages.map(({ words }) => words.text)).toEqual([
      'Hei, skjemaet åpner seg ikke.',
      'Fra den andre.',
    ]);
  });

  it('is promised by the earlier of the two', () => {
    const friday = given(mailAt(at('fri 10:00')));
    const story = friday.when(absorb(OTHER, message(at('thu 10:00'))), at('fri 11:00'));
    expect(story.opened().commitment.beginLatest).toBeLessThan(friday.opened().commitment.beginLatest);
  });

  it('owes the other’s message an answer, where its own work has begun', () => {
    const begun = replied(opened());
    const awaiting = begun.when(absorb(OTHER, message(at('mon 10:30'))), at('mon 11:00'));
    expect(awaiting.opened().answerDue).toBeDefined();
    const answered = begun.when(absorb(OTHER, message(at('mon 10:30')), message(at('mon 10:40'), bo)), at('mon 11:00'));
    expect(answered.opened().answerDue).toBeUndefined();
  });

  it('is taken up again where it was solved meanwhile', () => {
    const solved = replied(opened()).when({ type: 'resolve', by: anna }, at('mon 10:30'));
    const story = solved.when(absorb(OTHER, message(at('mon 10:20'))), at('mon 11:00'));
    expect(types(story.events)).toEqual(['ticket-reopened', 'ticket-absorbed']);
  });

  it('is the one whose number comes first, when each was merged into the other at once', () => {
    const first = opened().when(merge(OTHER), at('mon 11:00'));
    expect(first.when(absorb(OTHER, message(at('mon 09:00'))), at('mon 11:01')).opened().status).toEqual({
      is: 'open',
    });
    const second = opened().when(merge(LOWER), at('mon 11:00'));
    expect(second.when(absorb(LOWER, message(at('mon 09:00'))), at('mon 11:01')).events).toEqual([]);
  });

  it('is another by now, where it was itself merged', () => {
    const merged = opened().when(merge(OTHER), at('mon 11:00'));
    expect(() => merged.when(absorb(LOWER, message(at('mon 09:00'))), at('mon 11:01'))).toThrow(/goes on in/);
  });
});

describe('the ticket that leads an incident', () => {
  const leading = () => opened().when(declare, at('mon 10:05'));

  it('has one clock, from when the first of them was received', () => {
    const story = leading().when(attach(OTHER), at('mon 10:10'));
    expect(story.opened().incident).toMatchObject({ tickets: [OTHER], firstReceivedAt: at('mon 09:00') });
    expect(story.opened().commitment.basis.from).toBe(at('mon 09:00'));
  });

  it('attaches each once, and never itself', () => {
    const story = leading().when(attach(OTHER, TICKET), at('mon 10:10'));
    expect(passedOn(story)).toEqual([`join → ${OTHER}`]);
    expect(story.when(attach(OTHER), at('mon 10:11')).events).toEqual([]);
  });

  it('passes an answer to all on, and no other', () => {
    const story = leading().when(attach(OTHER), at('mon 10:10'));
    const reply = { type: 'write-reply', words: { text: 'Hei' }, cc: [], seen: 1, by: anna } as const;
    expect(passedOn(story.when({ ...reply, toAll: true }, at('mon 10:20')))).toEqual([
      `answer → ${OTHER}`,
      `begin → ${OTHER}`,
    ]);
    expect(passedOn(story.when(reply, at('mon 10:20')))).toEqual([`begin → ${OTHER}`]);
  });

  it('lets them go when it is solved alone', () => {
    const story = replied(leading().when(attach(OTHER), at('mon 10:06')));
    expect(passedOn(story.when({ type: 'resolve', by: anna }, at('mon 10:30')))).toEqual([`leave → ${OTHER}`]);
  });

  it('declares none while it belongs to another', () => {
    expect(() => opened().when(join, at('mon 10:10')).when(declare, at('mon 10:11'))).toThrow(
      /belongs to the incident/,
    );
  });
});

describe('a ticket that belongs to an incident', () => {
  const joined = () => opened().when(join, at('mon 10:10'));

  it('is never late by itself', () => {
    expect(types(joined().when({ type: 'look' }, at('tue 17:00')).events)).not.toContain('promise-missed');
  });

  it('is answered, begun and solved with it, once each', () => {
    const answered = joined().when(answer(false), at('mon 10:20'));
    expect(types(answered.events)).toEqual(['reply-written', 'work-begun']);
    const solved = answered.when(answer(true), at('mon 10:30'));
    expect(types(solved.events)).toEqual(['ticket-resolved']);
    expect(solved.when(answer(true), at('mon 10:31')).events).toEqual([]);
  });

  it('hears nothing of another one', () => {
    expect(opened().when(answer(false), at('mon 10:20')).events).toEqual([]);
    expect(joined().when({ ...join, from: LOWER }, at('mon 10:20')).events).toEqual([]);
  });

  it('has a clock of its own again when it leaves, and is not late for the time that it had none', () => {
    const left = joined().when({ type: 'leave-incident', from: OTHER, by: anna }, at('wed 10:00'));
    expect(left.opened().partOf).toBeUndefined();
    expect(left.opened().commitment.beginLatest).toBeGreaterThan(at('wed 10:00'));
    expect(types(left.events)).not.toContain('promise-missed');
  });
});
