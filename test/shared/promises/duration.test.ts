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

  it('is 10,000 hours at most', () => {
    expect(duration.safeParse('10000 hours').success).toBe(true);
    expect(duration.safeParse('600001 minutes').error?.issues).toMatchObject([
      { message: 'A time is 10,000 hours at most.' },
    ]);
  });

  it.each(['0 minutes', '2 days', '1.5 hours', 'an hour', '15minutes', ''])('is not written as “%s”', (written) => {
    expect(duration.safeParse(written).success).toBe(false);
  });
});
