import { describeApi } from '../../../functions/api/openapi';
import { TRIAGE_ROUTES } from '../../../functions/api/triage';
import { QUESTIONS, RULES } from '../../../shared/promises/triage-table';
import { deskAt, type RunningDesk } from '../../support/in-process';

describe('GET /api/triage', () => {
  let running: RunningDesk;
  beforeAll(async () => {
    running = await deskAt();
  });
  afterAll(() => running.stop());

  it('tells the questions with their texts, when each is asked, and the rules with their clauses', async () => {
    const { status, body } = await running.api('anna', '/triage');
    expect(status).toBe(200);
    expect(body).toEqual({ questions: QUESTIONS, rules: RULES });
  });

  it('tells nothing to strangers', async () => {
    expect(await running.api('nobody', '/triage')).toMatchObject({ status: 401 });
  });
});

it('is described with the rest of the API', () => {
  expect(Object.keys(describeApi(TRIAGE_ROUTES).paths)).toEqual(['/api/triage']);
});
