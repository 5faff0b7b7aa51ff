import { duration, millisecondsOf, sayDuration } from '../../../shared/promises/duration';
import { HOUR, MINUTE } from '../../../shared/promises/instant';

describe('a duration', () => {
  it.each([
    ['15 minutes', 15 * MINUTE, '15 minutter'],
    ['1 minute', MINUTE, '1 minutt'],
    ['1 hour', HOUR, '1 time'],
    ['16 hours', 16 * HOUR, '16 timer'],
  ])('is written as %s', (written, ms, nb) => {
    expect([millisecondsOf(written), sayDuration(written)]).toEqual([ms, { nb, en: written }]);
  });

  it.each(['0 minutes', '2 days', '1.5 hours', 'an hour', '15minutes', ''])('is not written as “%s”', (written) => {
    expect(duration.safeParse(written).success).toBe(false);
  });
});
