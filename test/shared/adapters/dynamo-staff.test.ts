import { NAMES } from '../../../infra/local/seeds';
import { addAgent, addRoster, dynamoPeople } from '../../../shared/adapters/dynamo-staff';
import { type Table, tableOf } from '../../../shared/adapters/table';
import { MINUTE } from '../../../shared/promises/instant';
import type { Workforce } from '../../../shared/ticket/roster';
import { type Agent, agentOf } from '../../../shared/ticket/staff';
import { deskAt, type RunningDesk } from '../../support/in-process';
import { anna, bo, cato, ROSTER, STAFF } from '../../support/ticket-story';

let desk: RunningDesk;
let table: Table;
beforeAll(async () => {
  desk = await deskAt();
  table = tableOf(desk.local.services.clients.dynamodb, NAMES.table);
});
afterAll(() => desk.stop());

const withPhone =
  (name: string, phone: string) =>
  ({ staff }: Workforce): Agent => ({ ...agentOf(staff, name), phone });

const phoneOf = ({ staff }: Workforce, name: string) => agentOf(staff, name).phone;

/** One of several processes, each with a memory of its own. */
function process() {
  let now = 0;
  const people = dynamoPeople(table, () => now);
  const waits = (milliseconds: number) => {
    now += milliseconds;
  };
  return { ...people, waits };
}

describe('the people at work', () => {
  it('are read together with their roster', async () => {
    const { staff, roster } = await process().known();
    expect(staff.map(({ id }) => id)).toEqual(STAFF.map(({ id }) => id));
    expect(roster).toEqual(ROSTER);
  });

  it('are seeded once: what has been changed since stays', async () => {
    await process().keepAgent(cato, withPhone('cato', '+4790000003'));
    await addAgent(table, agentOf(STAFF, cato));
    await addRoster(table, { shifts: [] });
    const { staff, roster } = await process().kept();
    expect(agentOf(staff, cato).phone).toBe('+4790000003');
    expect(roster).toEqual(ROSTER);
  });

  it('are remembered for a minute; what was changed in the same process counts at once', async () => {
    const [here, elsewhere] = [process(), process()];
    await Promise.all([here.known(), elsewhere.known()]);
    await here.keepAgent(bo, withPhone('bo', '+4790000002'));
    expect(phoneOf(await here.known(), 'bo')).toBe('+4790000002');
    expect(phoneOf(await elsewhere.known(), 'bo')).toBeUndefined();
    expect(phoneOf(await elsewhere.kept(), 'bo')).toBe('+4790000002');
    elsewhere.waits(MINUTE);
    expect(phoneOf(await elsewhere.known(), 'bo')).toBe('+4790000002');
  });

  it('are changed as they are kept, not as they are remembered', async () => {
    const [here, elsewhere] = [process(), process()];
    await here.known();
    await elsewhere.keepAgent(anna, withPhone('anna', '+4790000009'));
    const kept = await here.keepAgent(anna, ({ staff }) => ({ ...agentOf(staff, anna), workingDays: ['mon'] }));
    expect(kept).toMatchObject({ phone: '+4790000009', workingDays: ['mon'] });
  });

  it('lose no change where many make one at once', async () => {
    const dates = ['2026-02-02', '2026-02-03', '2026-02-04', '2026-02-05'];
    const isAway = (date: string) =>
      process().keepAgent(bo, ({ staff }) => {
        const agent = agentOf(staff, bo);
        return { ...agent, absences: [...(agent.absences ?? []), { from: date, to: date }] };
      });
    await Promise.all(dates.map(isAway));
    const { staff } = await process().kept();
    expect(
      agentOf(staff, bo)
        .absences?.map(({ from }) => from)
        .sort(),
    ).toEqual(dates);
  });

  it('stay as they are where a change is refused', async () => {
    const before = await process().kept();
    const refused = process().keepRoster(() => {
      throw new Error('no');
    });
    await expect(refused).rejects.toThrow('no');
    expect(await process().kept()).toEqual(before);
  });
});
