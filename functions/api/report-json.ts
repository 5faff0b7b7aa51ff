import type { Instant } from '../../shared/promises/instant';
import type { WeekReport } from '../../shared/report/week';
import { isoOrNull } from './iso';

/** A week's report as the API gives it: the figures as they were mailed. */
export function reportJson(report: WeekReport, iso: (at: Instant) => string) {
  return {
    ...report,
    comingBack: report.comingBack ?? null,
    misses: report.misses.map(({ latest, begunAt, ...miss }) => ({
      ...miss,
      latest: iso(latest),
      begunAt: isoOrNull(begunAt, iso),
    })),
    open: report.open.map(({ receivedAt, begunAt, ...ticket }) => ({
      ...ticket,
      receivedAt: iso(receivedAt),
      begunAt: isoOrNull(begunAt, iso),
    })),
  };
}
