import { type AgentChange, agentWanting, changedAgent } from '../../../shared/desk/changed-agent';
import { Refusal } from '../../../shared/ticket/refusal';
import { type Agent, agentOf } from '../../../shared/ticket/staff';
import type { Topic } from '../../../shared/ticket/wants';
import { anna, bo, cato, dina, erik, STAFF } from '../../support/ticket-story';

const change = (by: string, id: string, changes: AgentChange): Agent =>
  changedAgent(STAFF, id, changes, agentOf(STAFF, by));

const choose = (by: string, id: string, ...muted: Topic[]): Agent =>
  agentWanting(STAFF, id, { muted }, agentOf(STAFF, by));

function refusalOf(act: () => unknown): { reason: string; message: string } {
  try {
    act();
  } catch (error) {
    if (error instanceof Refusal) return { reason: error.reason, message: error.message };
  }
  throw new Error('Nothing was refused.');
}

const ABSENCE = { from: '2026-02-02', to: '2026-02-06' };

describe('somebody’s phone, working days and absences', () => {
  it.each([
    ['oneself', bo],
    ['a senior', dina],
    ['management', erik],
  ])('are said by %s', (_, by) => {
    const said = { phone: '+4790000002', workingDays: ['mon'] as const, absences: [ABSENCE] };
    expect(change(by, 'bo', said)).toEqual({ ...agentOf(STAFF, bo), ...said });
  });

  it('are not said by another junior', () => {
    expect(refusalOf(() => change(cato, 'bo', { absences: [ABSENCE] })).reason).toBe('not-allowed');
  });

  it('stay as they were where nothing is said of them, and are taken away by null', () => {
    expect(change(anna, 'anna', { absences: [ABSENCE] }).phone).toBe('+4790000001');
    expect(change(anna, 'anna', { phone: null, workingDays: null })).not.toHaveProperty('phone');
  });
});

describe('who works here, where, and who is senior', () => {
  it('is said by management', () => {
    expect(change(erik, 'cato', { senior: true })).toMatchObject({ senior: true, works: 3 });
    expect(change(erik, 'frida', { name: 'Frida', email: 'frida@desk.test', works: 2 })).toEqual({
      id: 'frida',
      name: 'Frida',
      email: 'frida@desk.test',
      works: 2,
      senior: false,
    });
  });

  it.each<[string, AgentChange]>([
    ['seniority', { senior: true }],
    ['level', { works: 3 }],
    ['address, by which one signs in', { email: 'other@desk.test' }],
  ])('is not said by a senior: %s', (_, changes) => {
    expect(refusalOf(() => change(dina, 'bo', changes)).reason).toBe('not-allowed');
  });

  it.each<[string, string, AgentChange, string, string]>([
    [
      'somebody new of whom too little is said',
      'frida',
      { senior: true },
      'bad-request',
      '“name”, “email” and “works”',
    ],
    [
      'a name that can’t be one',
      'Frida N',
      { name: 'F', email: 'f@desk.test', works: 2 },
      'bad-request',
      'small letters',
    ],
    ['an address that another has', 'bo', { email: 'Anna@Desk.test' }, 'bad-request', 'Somebody else has that address'],
    ['that nobody is left in management', 'erik', { works: 2 }, 'bad-request', 'Nobody would be left'],
  ])('is refused: %s', (_, id, changes, reason, says) => {
    expect(refusalOf(() => change(erik, id, changes))).toMatchObject({
      reason,
      message: expect.stringContaining(says),
    });
  });

  it('leaves a senior, and somebody at level 2', () => {
    const erikSays = (staff: readonly Agent[], id: string, changes: AgentChange) =>
      refusalOf(() => changedAgent(staff, id, changes, agentOf(STAFF, erik))).message;
    const withoutDina = STAFF.filter(({ id }) => id !== dina);
    expect(erikSays(withoutDina, 'anna', { senior: false })).toContain('there would be none');
    const withoutBo = STAFF.filter(({ id }) => id !== bo);
    expect(erikSays(withoutBo, 'anna', { works: 3 })).toContain('Every ticket begins at level 2');
  });

  it('may be said in any order of a desk that is only being set up', () => {
    const alone = [agentOf(STAFF, erik)];
    const frida = { name: 'Frida', email: 'frida@desk.test', works: 3 } as const;
    expect(changedAgent(alone, 'frida', frida, agentOf(STAFF, erik))).toMatchObject({ id: 'frida', works: 3 });
  });

  it('tells a senior who asks for somebody unknown whom there is', () => {
    expect(refusalOf(() => change(dina, 'frida', { absences: [] }))).toEqual({
      reason: 'no-such-agent',
      message: 'There is no agent “frida”. Choose one of: anna, bo, cato, dina, erik.',
    });
  });
});

describe('what somebody is told of', () => {
  it('is chosen by oneself', () => {
    expect(choose(bo, 'bo', 'new-inquiry').wants).toEqual({ muted: ['new-inquiry'] });
    expect(refusalOf(() => choose(erik, 'bo', 'new-inquiry')).reason).toBe('not-allowed');
  });

  it('is never less than what the promise needs', () => {
    expect(choose(bo, 'bo', 'senior-needed').wants?.muted).toEqual(['senior-needed']);
    const { reason, message } = refusalOf(() => choose(anna, 'anna', 'new-inquiry', 'senior-needed', 'miss'));
    expect(reason).toBe('bad-request');
    expect(message).toContain('The promise needs you to hear of: senior-needed, miss. You may mute: new-inquiry,');
  });
});
