import * as fc from 'fast-check';
import { agentId } from '../../../shared/ticket/ids';
import { type Agent, agentOf, isAbsent, isSenior } from '../../../shared/ticket/staff';
import { type About, heardBy, mutableBy, TOPICS, type Topic } from '../../../shared/ticket/wants';
import { anna, bo, cato, STAFF } from '../../support/ticket-story';
import { away, crew, ids } from './crew';

const MONDAY = '2026-01-12';
const about = (whose: Partial<About> = {}): About => ({ date: MONDAY, onDuty: anna, ...whose });
const muting = (...muted: Topic[]): Partial<Agent> => ({ wants: { muted } });

const level2 = (changes: Record<string, Partial<Agent>>) => crew(changes).staff.filter(({ works }) => works === 2);
const both = (topic: Topic) => level2({ anna: muting(topic), bo: muting(topic) });

describe('a new inquiry', () => {
  it('reaches all of its level, unless they have muted it', () => {
    expect(ids(heardBy('new-inquiry', level2({}), about()))).toEqual([anna, bo]);
    expect(ids(heardBy('new-inquiry', level2({ bo: muting('new-inquiry') }), about()))).toEqual([anna]);
  });

  it('reaches the person on duty, whatever they have muted', () => {
    expect(ids(heardBy('new-inquiry', both('new-inquiry'), about({ onDuty: bo })))).toEqual([bo]);
  });

  it('reaches everybody where all have muted it and nobody is on duty', () => {
    expect(ids(heardBy('new-inquiry', both('new-inquiry'), about({ onDuty: undefined })))).toEqual([anna, bo]);
  });

  it('is not left to those who are away', () => {
    const staff = level2({ anna: away(MONDAY), bo: muting('new-inquiry') });
    expect(ids(heardBy('new-inquiry', staff, about({ onDuty: undefined })))).toEqual([anna, bo]);
  });
});

describe('what can’t be muted', () => {
  it('is what is one’s own', () => {
    expect(ids(heardBy('warning', both('warning'), about({ onDuty: anna, assignee: bo })))).toEqual([anna, bo]);
    expect(ids(heardBy('assigned', both('assigned'), about({ onDuty: undefined })))).toEqual([anna, bo]);
  });

  it('is a miss, and an alarm to seniors', () => {
    expect(ids(heardBy('miss', both('miss'), about()))).toEqual([anna, bo]);
    expect(ids(heardBy('senior-needed', both('senior-needed'), about({ onDuty: undefined })))).toEqual([anna]);
  });

  it('is said before anybody tries', () => {
    const [senior, junior] = level2({}).map(mutableBy);
    expect(junior).toContain('senior-needed');
    expect(senior).not.toContain('senior-needed');
    expect(senior).not.toContain('miss');
    expect(senior).toContain('new-inquiry');
  });
});

const LISTENER: Agent = { ...agentOf(STAFF, cato), id: agentId('listener') };

describe('whatever anybody mutes', () => {
  const agent = fc.record({
    id: fc.constantFrom('anna', 'bo', 'cato', 'dina', 'frida').map(agentId),
    name: fc.constant('Somebody'),
    email: fc.constant('somebody@desk.test'),
    works: fc.constantFrom<(2 | 3)[]>(2, 3),
    senior: fc.boolean(),
    absences: fc.constantFrom([], [{ from: MONDAY, to: MONDAY }]),
    wants: fc.record({ muted: fc.subarray([...TOPICS]) }),
  });
  const audience = fc.uniqueArray(agent, { selector: ({ id }) => id, minLength: 1 });
  const letter = audience.chain((staff) =>
    fc.record({
      staff: fc.constant(staff),
      topic: fc.constantFrom(...TOPICS),
      onDuty: fc.constantFrom(undefined, ...ids(staff)),
      assignee: fc.constantFrom(undefined, ...ids(staff)),
    }),
  );

  it('every letter has a receiver, who is at work if anybody of its audience is', () => {
    fc.assert(
      fc.property(letter, ({ staff, topic, ...whose }) => {
        const heard = heardBy(topic, staff, about(whose));
        expect(heard.length).toBeGreaterThan(0);
        expect(staff).toEqual(expect.arrayContaining([...heard]));
        const isHere = (one: Agent) => !isAbsent(one, MONDAY);
        expect(heard.some(isHere)).toBe(staff.some(isHere));
      }),
    );
  });

  it('nobody is spared what the promise needs them to hear', () => {
    const ONES_OWN: readonly Topic[] = ['new-message', 'warning', 'answer-overdue', 'come-back', 'waiting-over'];
    const needs = (topic: Topic, { onDuty, assignee }: Partial<About>, one: Agent): boolean =>
      ['miss', 'assigned', 'senior-called'].includes(topic) ||
      (topic === 'new-inquiry' && one.id === onDuty) ||
      (ONES_OWN.includes(topic) && one.id === assignee) ||
      (['senior-needed', 'suspected'].includes(topic) && isSenior(one));
    fc.assert(
      fc.property(letter, ({ staff, topic, ...whose }) => {
        const heard = heardBy(topic, staff, about(whose));
        for (const one of staff) if (needs(topic, whose, one)) expect(heard).toContain(one);
      }),
    );
  });

  it('all else that is muted stays so, while somebody else at work hears of it', () => {
    fc.assert(
      fc.property(letter, fc.constantFrom(...TOPICS), ({ staff }, topic) => {
        const heard = heardBy(topic, [LISTENER, ...staff], { date: MONDAY });
        const spared = staff.filter((one) => one.wants?.muted.includes(topic) && mutableBy(one).includes(topic));
        for (const one of spared) expect(heard).not.toContain(one);
      }),
    );
  });
});
