import { entryJson } from '../../../functions/api/timeline-json';
import type { Desk } from '../../../shared/desk/ports';
import type { Commitment } from '../../../shared/promises/commitment';
import type { TicketEvent } from '../../../shared/ticket/events';
import { deskAt, type RunningDesk } from '../../support/in-process';
import { anna, TICKET } from '../../support/ticket-story';

describe('an entry of the history', () => {
  let running: RunningDesk;
  let desk: Desk;
  beforeAll(async () => {
    running = await deskAt();
    desk = running.local.desk;
  });
  afterAll(() => running.stop());

  const iso = (at: number) => `instant ${at}`;
  const told = (event: TicketEvent) => entryJson(desk, TICKET, event, iso);

  it('tells every instant of a promise as one, however deep it lies, and no figure', async () => {
    const commitment: Commitment = {
      kind: 'severe',
      beginTarget: 1,
      beginLatest: 2,
      warnAt: 3,
      basis: {
        policy: '2026',
        from: 4,
        because: 'new-version',
        at: 5,
        pauses: [{ from: 6, to: 7 }],
        settled: { beginLatest: 2 },
        used: { under: '2025', until: 11, begin: 8, management: 9 },
      },
    };
    expect(await told({ type: 'policy-applied', at: 10, by: anna, commitment })).toEqual({
      type: 'policy-applied',
      at: 'instant 10',
      by: anna,
      commitment: {
        kind: 'severe',
        beginTarget: 'instant 1',
        beginLatest: 'instant 2',
        warnAt: 'instant 3',
        basis: {
          policy: '2026',
          from: 'instant 4',
          because: 'new-version',
          at: 'instant 5',
          pauses: [{ from: 'instant 6', to: 'instant 7' }],
          settled: { beginLatest: 'instant 2' },
          used: { under: '2025', until: 'instant 11', begin: 8, management: 9 },
        },
      },
    });
  });

  it('leaves minutes and levels the figures that they are', async () => {
    const event = {
      type: 'time-logged',
      at: 1,
      by: anna,
      minutes: 45,
      level: 2,
      what: 'Feilsøking',
      workedAt: 0,
    } as const;
    expect(await told(event)).toEqual({ ...event, at: 'instant 1', workedAt: 'instant 0' });
  });

  it('tells nothing of where texts are kept', async () => {
    const event = { type: 'note-written', at: 1, by: anna, words: { text: 'Ring Kari.' } } as const;
    expect(await told(event)).toEqual({ type: 'note-written', at: 'instant 1', by: anna, text: 'Ring Kari.' });
  });
});
