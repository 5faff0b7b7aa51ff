import { keepActive, type RuleSets } from '../../../../infra/aws/activation/keep-active';
import { deployed } from './deployed';

const properties = { ruleSet: 'ours' };

/** The rule sets of an account, of which one may be active. */
function account(active?: string): RuleSets & { now(): string | undefined } {
  let name = active;
  return {
    now: () => name,
    active: async () => name,
    setActive: async (next) => {
      name = next;
    },
  };
}

it('a stack that comes and goes leaves the account as it was', async () => {
  const sets = account();
  const id = await keepActive(sets)(deployed('Create', properties));
  expect(sets.now()).toBe('ours');
  await keepActive(sets)(deployed('Delete', properties, id));
  expect(sets.now()).toBeUndefined();
});

it("another's set is back when ours goes, through updates too", async () => {
  const sets = account('newsletter');
  const replacing = { ...properties, replaces: 'newsletter' };
  const id = await keepActive(sets)(deployed('Create', replacing));
  expect(sets.now()).toBe('ours');
  expect(await keepActive(sets)(deployed('Update', properties, id))).toBe(id);
  await keepActive(sets)(deployed('Delete', properties, id));
  expect(sets.now()).toBe('newsletter');
});

it("another's set is back though the answer to ours was lost, and it was created twice", async () => {
  const sets = account('newsletter');
  const creation = deployed('Create', { ...properties, replaces: 'newsletter' });
  await keepActive(sets)(creation);
  const id = await keepActive(sets)(creation);
  await keepActive(sets)(deployed('Delete', properties, id));
  expect(sets.now()).toBe('newsletter');
});

it("what was refused leaves another's set alone, also when it is rolled back", async () => {
  const sets = account('newsletter');
  await expect(keepActive(sets)(deployed('Create', properties))).rejects.toThrow('newsletter');
  await keepActive(sets)(deployed('Delete', properties, 'active'));
  expect(sets.now()).toBe('newsletter');
});
