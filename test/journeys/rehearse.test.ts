import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { rehearse } from '../../infra/local/rehearsal';
import { defaultPolicy } from '../../shared/promises/policy';
import { newFolder } from '../support/folder';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf } from '../support/journey';
import type { TicketJson } from '../support/local-desk';
import { STRICTER } from '../support/two-versions';

const MONDAY = '2026-01-12T10:00:00+01:00';
const WEDNESDAY = '2026-01-14T09:00:00+01:00';

describe('npm run rehearse', () => {
  let desk: RunningDesk;
  let data: string;
  let late: TicketJson;
  let open: TicketJson;
  beforeAll(async () => {
    data = await newFolder();
    desk = await deskAt(MONDAY, data);
    // A severe error that is begun on Tuesday morning, in time by the promise and late by four working hours.
    late = await openedBy(desk, () => desk.mail());
    await act(desk, 'dina', late, 'triage', { kind: 'error', severity: 'severe' });
    await desk.moveClock('2026-01-13T09:00:00+01:00');
    await act(desk, 'dina', late, 'assignment', { agent: 'dina' });
    await act(desk, 'dina', late, 'resolution', { text: 'Nå virker det.' });
    await desk.moveClock(WEDNESDAY);
    open = await openedBy(desk, () => desk.mail({ from: 'per@kunde.example' }));
  });

  let clock = WEDNESDAY;

  const written = async (policy: unknown, range: readonly string[]) => {
    const file = `${data}/other.json`;
    await writeFile(file, typeof policy === 'string' ? policy : JSON.stringify(policy));
    return { argv: ['--policy', file, ...range], env: { ...process.env, DATA_DIR: data, CLOCK: clock } };
  };

  /** As it is typed, in a process of its own; what comes of it otherwise is asked in this one, which starts sooner. */
  const npmRunRehearse = async (policy: unknown, ...range: readonly string[]): Promise<string> => {
    const { argv, env } = await written(policy, range);
    const program = ['infra/local/launch.cjs', 'infra/local/rehearse.ts', ...argv];
    return promisify(execFile)(process.execPath, program, { env: { ...env, AWS_ENDPOINT_URL_DYNAMODB: '' } }).then(
      ({ stdout }) => stdout,
      (error: { stderr: string }) => `refused: ${error.stderr}`,
    );
  };

  const rehearsed = async (policy: unknown, ...range: readonly string[]): Promise<string> => {
    const { argv, env } = await written(policy, range);
    return rehearse(argv, env).then(
      (said) => `${said}\n`,
      (error: Error) => `refused: ${error.message}\n`,
    );
  };

  const inPrint = ({ id }: TicketJson) =>
    [
      'Version 2026-1 rehearsed on what was recorded from Monday 13 January 2025 to Wednesday 14 January 2026. Nothing was changed.',
      '',
      'kind             tickets   kept  missed',
      'severe error           1  1 → 0   0 → 1',
      'not triaged yet        1  0 → 0   0 → 0',
      '',
      'Open tickets that would get an earlier deadline: 1',
      `  ${id}  begin Thursday 15 January 2026 at 15:00 → Thursday 15 January 2026 at 09:30`,
      'Open tickets that would get a later deadline: none',
      'Open tickets that would be missed at once: none',
      '',
    ].join('\n');

  it('prints, for each kind, what was kept and missed under both, while the desk is running', async () => {
    expect(await npmRunRehearse(STRICTER)).toBe(inPrint(open));
  });

  it('counts tickets that arrived in a range of days, and lists all that are open', async () => {
    expect(await rehearsed(STRICTER, '--from', '2026-01-13', '--to', '2026-01-14')).not.toContain('severe error');
    const earlier = await rehearsed(STRICTER, '--from', '2026-01-12', '--to', '2026-01-13');
    expect(earlier).toContain('recorded from Monday 12 January 2026 to Tuesday 13 January 2026.');
    expect(earlier).toMatch(/severe error +1 /);
    expect(earlier).not.toContain('not triaged yet');
    expect(earlier).toContain(`earlier deadline: 1\n  ${open.id}`);
  });

  it('ends today, though a later day is asked for', async () => {
    expect(await rehearsed(STRICTER, '--to', '2026-12-31')).toBe(inPrint(open));
  });

  it('tells of open tickets that would be missed at once', async () => {
    const { kinds } = STRICTER;
    const harsh = { ...kinds.request, target: { within: '1 minute' }, latest: { within: '1 minute' } };
    clock = '2026-01-14T09:30:00+01:00';
    await desk.moveClock(clock);
    const said = await rehearsed({ ...STRICTER, kinds: { ...kinds, request: harsh } });
    expect(said).toMatch(new RegExp(`missed at once: 1\n {2}${open.id} .*→ Wednesday 14 January 2026 at 09:30`));
  });

  it('refuses a policy that does not parse, and says where and what to write', async () => {
    expect(await npmRunRehearse('{ "version": ')).toMatch(/^refused: .*other\.json is no policy:\n/);
    const { vendor: _, ...nameless } = defaultPolicy;
    expect(await rehearsed({ ...nameless, warnAt: 'half' })).toMatch(
      /is no policy:\n✖ This is missing\.\n {2}→ at vendor\n✖ Write a number here\.\n {2}→ at warnAt/,
    );
  });

  it('refuses a day that is none', async () => {
    expect(await npmRunRehearse(STRICTER, '--from', '2026-02-30')).toContain('A date is written as “2026-05-01”');
  });

  it('refuses days that end before they begin, and those to come', async () => {
    const what = 'Give the first day as --from and the last one as --to.';
    expect(await rehearsed(STRICTER, '--from', '2026-01-14', '--to', '2026-01-12')).toBe(
      `refused: --from 2026-01-14 comes after --to 2026-01-12. ${what}\n`,
    );
    expect(await rehearsed(STRICTER, '--from', '2026-03-01')).toBe(
      `refused: --from 2026-03-01 comes after today, 2026-01-14. ${what}\n`,
    );
  });

  it('has changed nothing, and prints the same once the desk has stopped', async () => {
    const before = await ticketOf(desk, late.id);
    expect(before.timeline.map(({ type }) => type)).not.toContain('policy-applied');
    const printed = await rehearsed(STRICTER);
    expect(await ticketOf(desk, late.id)).toEqual(before);
    await desk.stop();
    expect(await npmRunRehearse(STRICTER)).toBe(printed);
  });

  it('finds no difference in a copy of the promise itself, though the desk stands still and misses what comes due', async () => {
    clock = '2026-01-19T09:00:00+01:00';
    const said = await rehearsed(defaultPolicy);
    expect(said).toMatch(/severe error +1 +1 → 1 +0 → 0\nnot triaged yet +1 +0 → 0 +1 → 1\n/);
    expect(said.match(/: none$/gm)).toHaveLength(3);
  });
});
