import { describeApi } from '../../../functions/api/openapi';
import { TRIAGE_ROUTES } from '../../../functions/api/triage';
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
    expect(body).toMatchObject({
      questions: expect.arrayContaining([
        expect.objectContaining({
          id: 'wayRound',
          nb: 'Kan jobben gjøres på en annen måte?',
          en: 'Can the job be done some other way?',
          askedWhen: { function: ['important', 'single'] },
        }),
      ]),
      rules: expect.arrayContaining([
        {
          when: { service: ['stopped'] },
          kind: 'critical',
          clause: { id: 'service-stops', nb: 'Tjenesten står stille.', en: 'The service is at a standstill.' },
        },
      ]),
    });
  });

  it('tells nothing to strangers', async () => {
    expect(await running.api('nobody', '/triage')).toMatchObject({ status: 401 });
  });
});

it('is described with the rest of the API', () => {
  expect(Object.keys(describeApi(TRIAGE_ROUTES).paths)).toEqual(['/api/triage']);
});
