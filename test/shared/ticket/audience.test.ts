import { defaultPolicy } from '../../../shared/promises/policy';
import { agentsIn, type StaffAudience } from '../../../shared/ticket/audience';
import { agentId } from '../../../shared/ticket/ids';
import { at } from '../../support/desk-time';
import { anna, bo, cato, dina, given, ROSTER, STAFF } from '../../support/ticket-story';
import { away, crew, ids } from './crew';

const ticket = given().opened();
const watch = { at: at('mon 10:00'), roster: ROSTER, policy: defaultPolicy };
const audience = (to: StaffAudience, staff = STAFF) => ids(agentsIn(to, ticket, staff, watch));

describe('a letter to staff', () => {
  it.each<[string, StaffAudience, readonly string[]]>([
    ['to a level is for all of it', { level: 3 }, [cato, dina]],
    ['to seniors is for those of both levels', 'seniors', [anna, dina]],
    ['to an agent is for that one', { agent: bo }, [bo]],
    ['to one who has left is for the ticket’s level', { agent: agentId('frida') }, [anna, bo]],
    ['to the person on duty is for that one', 'on-duty', [anna]],
  ])('%s', (_, to, expected) => {
    expect(audience(to)).toEqual(expected);
  });

  it('to one who is away, or among others who are not, is for those at work', () => {
    const absent = away('2026-01-12');
    expect(audience({ agent: anna }, crew({ anna: absent }).staff)).toEqual([bo]);
    expect(audience('seniors', crew({ anna: absent }).staff)).toEqual([dina]);
    expect(audience({ level: 3 }, crew({ cato: absent, dina: absent }).staff)).toEqual([cato, dina]);
  });

  it('to the person on duty is for who stands in, and for the level where nobody does', () => {
    const absent = away('2026-01-12');
    expect(audience('on-duty', crew({ anna: absent }).staff)).toEqual([bo]);
    expect(audience('on-duty', crew({ anna: absent, bo: absent }).staff)).toEqual([anna, bo]);
  });
});
