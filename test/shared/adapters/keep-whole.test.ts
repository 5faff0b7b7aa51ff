import { NAMES } from '../../../infra/local/seeds';
import { itemOf, lookupKey } from '../../../shared/adapters/customer-items';
import { dynamoCustomers } from '../../../shared/adapters/dynamo-customers';
import { tableOf } from '../../../shared/adapters/table';
import { type Organisation, traitsOf } from '../../../shared/customers/organisation';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../../support/in-process';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(() => desk.stop());

const table = () => tableOf(desk.local.services.clients.dynamodb, NAMES.table);
const customers = () => dynamoCustomers(table(), () => Date.parse(MONDAY_TEN));

const DOMAINS = ['a.example', 'b.example', 'c.example'];

const organisation = (id: string, ...letters: readonly string[]): Organisation => ({
  id,
  name: id,
  domains: letters.map((letter) => `${letter}.example`),
  people: [],
});

/** The call to the store after so many is held until it is let go; what others call meanwhile goes through. */
function holdAfter(calls: number) {
  const { middlewareStack } = desk.local.services.clients.dynamodb;
  let letGo = (): void => undefined;
  let left = calls;
  const gate = new Promise<void>((open) => {
    letGo = open;
  });
  const held = new Promise<void>((isHeld) => {
    middlewareStack.add(
      (next) => async (args) => {
        left -= 1;
        if (left !== -1) return next(args);
        isHeld();
        await gate;
        return next(args);
      },
      { step: 'initialize', name: 'hold' },
    );
  });
  return { held, letGo: () => letGo(), leave: () => middlewareStack.remove('hold') };
}

/** Every organisation has all that it lists, and no lookup points to one that does not list it. */
async function expectWhole(): Promise<void> {
  const kept = await customers().organisations();
  const listed = kept.flatMap((one) => traitsOf(one).map(({ is }) => [is, one.id] as const));
  expect(new Map(await holders())).toEqual(new Map(listed));
  expect(new Set(listed.map(([is]) => is)).size).toBe(listed.length);
}

async function holders(): Promise<(readonly [string, unknown])[]> {
  const lookups = await Promise.all(DOMAINS.map((is) => itemOf(table(), lookupKey({ by: 'domain', is }))));
  return DOMAINS.map((is, n) => [is, lookups[n]?.['organisation']] as const).filter(([, holder]) => holder);
}

const STEPS_MAX = 14;
const STEPS = Array.from({ length: STEPS_MAX }, (_, n) => n);

describe.each([
  ['another that wants the same', organisation('one', 'a', 'b'), organisation('other', 'b', 'c')],
  ['another that wants what is given up', organisation('one', 'b'), organisation('other', 'a')],
  ['itself, with other domains', organisation('one', 'a', 'b'), organisation('one', 'b', 'c')],
  ['itself, with none', organisation('one', 'b', 'c'), organisation('one')],
  ['itself, as it was', organisation('one', 'b'), organisation('one', 'a')],
])('an organisation and, while it is being kept, %s', (_, first, second) => {
  it.each(STEPS)('are both whole where the second comes after %d calls of the first', async (calls) => {
    for (const id of ['one', 'other']) await customers().keep(organisation(id));
    await customers().keep(organisation('one', 'a'));
    const { held, letGo, leave } = holdAfter(calls);
    const keeping = customers().keep(first);
    await Promise.race([held, keeping.then(leave)]);
    const taken = await customers().keep(second);
    letGo();
    await keeping.finally(leave);
    await expectWhole();
    if (!taken && second.id !== first.id) expect(await customers().organisation(second.id)).toEqual(second);
  });
});
