import { perform } from '../../shared/desk/perform';
import type { Desk } from '../../shared/desk/ports';
import { ticketIdOf } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { discrepancies } from '../support/ledger';
import { KARI } from '../support/local-desk';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

describe('two relays for one commit at once', () => {
  it('send each letter once, the second while the first one is posting', async () => {
    await desk.fault({ service: 'ses', operation: 'SendRawEmail', times: 2, error: 'ThrottlingException' });
    await desk.mail();
    await restOf(desk);
    expect(await desk.sent()).toEqual([]);
    const [row] = await desk.tickets();
    const key = { ticket: ticketIdOf(row?.id ?? '') as never, version: 1 };
    const slow = slowPost(desk.local.desk);
    const first = perform(slow.desk)(key, Infinity);
    await slow.reached;
    await perform(desk.local.desk)(key, Date.parse('2026-01-12T10:00:30+01:00'));
    slow.release();
    await first;
    console.log(JSON.stringify(await desk.local.desk.tickets.history(key.ticket), null, 1));
    await desk.settle();
    expect(await discrepancies(desk)).toEqual([]);
    expect((await desk.lettersTo(KARI)).length).toBe(1);
  });
});

const restOf = (desk: RunningDesk) => desk.moveClock('2026-01-12T10:00:00+01:00');

function slowPost(desk: Desk) {
  const [reached, reach] = signal();
  const [released, release] = signal();
  const send: Desk['mailer']['send'] = async (mail) => {
    reach();
    await released;
    return desk.mailer.send(mail);
  };
  return { desk: { ...desk, mailer: { send } }, reached, release };
}

function signal(): [Promise<void>, () => void] {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return [given, () => give()];
}
