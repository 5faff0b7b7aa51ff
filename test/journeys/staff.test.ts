import { deskAt, type RunningDesk } from '../support/in-process';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt('2026-01-12T11:45:00+01:00');
});
afterAll(() => desk.stop());

type Json = Record<string, unknown>;
const api = (agent: string, path: string, body?: unknown) => desk.api<Json>(agent, path, body);

const SHIFT = { from: '2026-01-12', to: '2026-01-18', duty: 'bo', senior: 'dina', onCall: ['dina', 'anna'] };
const ALWAYS = { from: '2024-01-01', to: '2099-12-31', duty: 'anna', senior: 'anna', onCall: ['anna', 'dina'] };

describe('the people at work', () => {
  it('are listed with who is on duty and on call, and what the caller may mute', async () => {
    const { body } = await api('bo', '/staff');
    expect(body).toMatchObject({
      date: '2026-01-12',
      onDuty: 'anna',
      seniorOnDuty: 'anna',
      onCall: ['anna', 'dina'],
      callChain: ['anna', 'dina'],
      notifications: { muted: [], mayMute: expect.arrayContaining(['new-inquiry', 'senior-needed']) },
    });
    expect((body['staff'] as Json[])[0]).toEqual({
      id: 'anna',
      name: 'Anna',
      email: 'anna@desk.test',
      works: 2,
      senior: true,
      phone: '+4790000001',
      workingDays: null,
      absences: [],
      available: true,
    });
  });

  it('say for themselves when they are away, and somebody else is on duty at once', async () => {
    const today = { from: '2026-01-12', to: '2026-01-12' };
    expect(await api('anna', '/staff/anna', { absences: [today], phone: '900 00 011' })).toMatchObject({
      status: 200,
      body: { id: 'anna', absences: [today], phone: '+4790000011' },
    });
    expect((await api('cato', '/staff')).body).toMatchObject({
      onDuty: 'bo',
      seniorOnDuty: 'dina',
      onCall: ['dina'],
      callChain: ['dina'],
    });
    await api('dina', '/staff/anna', { absences: [] });
    expect((await api('cato', '/staff')).body).toMatchObject({ onDuty: 'anna' });
  });

  it('are added by management, and can sign in', async () => {
    const frida = { name: 'Frida', email: 'frida@desk.test', works: 3 };
    expect((await api('dina', '/staff/frida', frida)).status).toBe(403);
    expect(await api('erik', '/staff/frida', frida)).toMatchObject({
      status: 200,
      body: { id: 'frida', senior: false },
    });
    expect((await api('frida', '/staff')).status).toBe(200);
  });

  it.each<[string, Json, number, string]>([
    ['a number that is none', { phone: '12' }, 400, '“12” is no telephone number'],
    ['no weekday at all', { workingDays: [] }, 400, 'Name at least one weekday'],
    ['an absence that ends first', { absences: [{ from: '2026-02-02', to: '2026-02-01' }] }, 400, 'An absence ends'],
    ['a date that does not exist', { absences: [{ from: '2026-02-30', to: '2026-03-01' }] }, 400, 'A date is written'],
    ['nothing', {}, 400, 'Say what has changed'],
    ['a field that is misspelt', { phoen: '+4790000001' }, 400, 'phoen'],
    ['seniority', { senior: true }, 403, 'said by management'],
    ['the address of the desk', { email: 'support+bo@desk.test' }, 400, 'would come back as inquiries'],
  ])('are told what is wrong with %s', async (_, body, status, says) => {
    expect(await api('bo', '/staff/bo', body)).toMatchObject({
      status,
      body: { message: expect.stringContaining(says) },
    });
  });

  it('choose what they are told of, for themselves, and never less than what is needed', async () => {
    const muted = ['new-inquiry'];
    expect((await api('bo', '/staff/bo/notifications', { muted })).body).toMatchObject({ muted });
    expect((await api('bo', '/staff')).body['notifications']).toMatchObject({ muted });
    expect((await api('erik', '/staff/bo/notifications', { muted: [] })).status).toBe(403);
    expect(await api('bo', '/staff/bo/notifications', { muted: ['miss'] })).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('The promise needs you to hear of: miss.') },
    });
    expect((await api('bo', '/staff/bo/notifications', { muted: ['gossip'] })).status).toBe(400);
  });
});

describe('the roster', () => {
  it('is changed from a date on by a senior, and counts from then', async () => {
    expect((await api('bo', '/roster')).body).toEqual({ shifts: [ALWAYS] });
    const later = { ...SHIFT, from: '2026-01-19', to: '2026-01-25' };
    const changed = await api('dina', '/roster', { from: '2026-01-19', shifts: [later] });
    expect(changed).toEqual({ status: 200, body: { shifts: [{ ...ALWAYS, to: '2026-01-18' }, later] } });
    expect((await api('bo', '/staff')).body).toMatchObject({ onDuty: 'anna' });
    await api('erik', '/roster', { from: '2026-01-12', shifts: [SHIFT, later] });
    expect((await api('bo', '/staff')).body).toMatchObject({
      onDuty: 'bo',
      seniorOnDuty: 'dina',
      onCall: ['dina', 'anna'],
    });
    expect((await api('bo', '/roster')).body).toEqual({ shifts: [SHIFT, later] });
  });

  it.each<[string, string, Json, number, string, string]>([
    ['by a junior', 'bo', {}, 403, 'not-allowed', 'Seniors and management'],
    ['of the past', 'dina', { from: '2026-01-11' }, 422, 'in-the-past', 'from 2026-01-12 on'],
    ['with a junior on call', 'dina', { shifts: [{ ...SHIFT, onCall: ['cato'] }] }, 409, 'senior-needed', 'anna, dina'],
    ['with somebody unknown', 'dina', { shifts: [{ ...SHIFT, duty: 'nils' }] }, 422, 'no-such-agent', '“nils”'],
    ['with level 3 on duty', 'dina', { shifts: [{ ...SHIFT, duty: 'cato' }] }, 400, 'bad-request', 'anna, bo'],
    ['without a shift', 'dina', { shifts: [] }, 400, 'bad-request', 'Name at least one shift'],
  ])('is not changed %s', async (_, agent, body, status, error, says) => {
    const answer = await api(agent, '/roster', { from: '2026-01-12', shifts: [SHIFT], ...body });
    expect(answer).toMatchObject({ status, body: { error, message: expect.stringContaining(says) } });
  });
});
