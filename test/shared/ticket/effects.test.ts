import { at } from '../../support/desk-time';
import { anna, bo, dina, given, letters, look, mailAt } from '../../support/ticket-story';

const opened = () => given(mailAt(at('mon 10:00')));

describe('letters', () => {
  it('a new inquiry is acknowledged to the customer and alerts level 2', () => {
    expect(letters(opened().effects)).toEqual(['acknowledgement', 'alert new-inquiry → 2']);
  });

  it('a machine is not acknowledged, but level 2 is alerted all the same (RFC 3834)', () => {
    expect(letters(given(mailAt(at('mon 10:00'), { acknowledge: false })).effects)).toEqual(['alert new-inquiry → 2']);
  });

  it('parked mail says nothing to anybody', () => {
    expect(letters(given(mailAt(at('mon 10:00'), { park: 'virus' })).effects)).toEqual([]);
  });

  it('a caller without an address is acknowledged to nobody', () => {
    const call = mailAt(at('mon 10:00'), { channel: 'phone', customer: { name: 'Ola', phone: '+4799999999' } });
    expect(letters(given(call).effects)).toEqual(['alert new-inquiry → 2']);
  });

  it('a further message alerts whoever has the ticket', () => {
    const taken = opened().when({ type: 'assign', agent: bo, by: bo }, at('mon 10:30'));
    expect(letters(taken.when(mailAt(at('mon 11:00')), at('mon 11:00')).effects)).toEqual(['alert new-message → bo']);
  });

  it('halfway warns, and a miss tells the assignee and the seniors', () => {
    const given = opened().when({ type: 'assign', agent: bo, by: anna }, at('mon 10:30'));
    const halfway = given.opened().commitment.warnAt;
    expect(letters(given.when(look, halfway).effects)).toEqual(['warning → bo']);
    expect(letters(given.when(look, at('tue 15:00')).effects)).toEqual(['miss → bo, seniors']);
  });

  it('a miss on a ticket that nobody has tells its level and the seniors', () => {
    expect(letters(opened().when(look, at('tue 15:00')).effects)).toEqual(['miss → 2, seniors']);
  });

  it('a critical error alerts the seniors at triage, and management at its instant (P5, P8)', () => {
    const critical = opened().when({ type: 'triage', kind: 'critical', by: bo }, at('mon 10:05'));
    expect(letters(critical.effects)).toEqual(['alert senior-needed → seniors', 'text-message → anna']);
    const taken = critical.when({ type: 'assign', agent: dina, by: dina }, at('mon 10:10'));
    expect(letters(taken.when(look, at('mon 14:00')).effects)).toEqual(['management → management']);
  });

  it('being given a ticket alerts the agent; taking it oneself alerts nobody', () => {
    expect(letters(opened().when({ type: 'assign', agent: bo, by: anna }, at('mon 11:00')).effects)).toEqual([
      'alert assigned → bo',
    ]);
    expect(letters(opened().when({ type: 'assign', agent: bo, by: bo }, at('mon 11:00')).effects)).toEqual([]);
  });

  it('a reply is one letter to the customer', () => {
    const reply = { type: 'write-reply', words: { text: 'Hei' }, cc: [], seen: 1, by: bo } as const;
    expect(opened().when(reply, at('mon 11:00')).effects).toContainEqual({
      type: 'letter',
      letter: 'reply',
      message: 1,
    });
  });
});

describe('the alarm', () => {
  const alarms = (effects: readonly { type: string }[]) => effects.filter(({ type }) => type === 'alarm').length;

  it('is set when a ticket opens, and moves when triage moves its next instant', () => {
    expect(alarms(opened().effects)).toBe(1);
    expect(alarms(opened().when({ type: 'triage', kind: 'critical', by: bo }, at('mon 10:05')).effects)).toBe(1);
  });

  it('is removed when the ticket is solved', () => {
    const solved = opened().when({ type: 'resolve', by: bo }, at('mon 11:00'));
    expect(alarms(solved.effects)).toBe(1);
    expect(solved.wakesAt()).toBeUndefined();
  });

  it('stays where it is when a note changes nothing that matters sooner', () => {
    const note = { type: 'write-note', words: { text: 'Hm' }, by: bo } as const;
    expect(alarms(opened().when(note, at('mon 10:30')).effects)).toBe(0);
  });
});
