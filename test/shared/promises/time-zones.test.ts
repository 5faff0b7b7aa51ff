import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Told } from './told-promises';
import { workedInstants } from './worked-instants';

const ZONES = ['UTC', 'America/Los_Angeles', 'Pacific/Apia'];

describe('the time zone of the process', () => {
  let told: readonly Told[];

  beforeAll(async () => {
    told = await Promise.all(ZONES.map(toldIn));
  });

  it('is another in each of the processes', () => {
    expect(told.map(({ local }) => local.slice(0, 33))).toEqual([
      'Mon Jan 01 2024 00:00:00 GMT+0000',
      'Sun Dec 31 2023 16:00:00 GMT-0800',
      'Mon Jan 01 2024 13:00:00 GMT+1300',
    ]);
  });

  it('is of no consequence to the worked instants', () => {
    const expected = workedInstants.map(({ beginTarget, beginLatest, managementAt }) => ({
      beginTarget: inUtc(beginTarget),
      beginLatest: inUtc(beginLatest),
      ...(managementAt && { managementAt: inUtc(managementAt) }),
    }));
    for (const { worked } of told) expect(worked).toEqual(expected);
  });

  it('is of no consequence to any promise, or to what its trace says', () => {
    const [inOne, ...inOthers] = told.map(({ random }) => random);
    expect(inOne).toHaveLength(100);
    for (const random of inOthers) expect(random).toEqual(inOne);
  });
});

async function toldIn(timeZone: string): Promise<Told> {
  const program = join(__dirname, 'told-promises.ts');
  const env = { ...process.env, TZ: timeZone };
  const maxBuffer = 16 * 1024 * 1024;
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', program], { env, maxBuffer });
  return JSON.parse(stdout);
}

const inUtc = (iso: string): string => new Date(iso).toISOString();
