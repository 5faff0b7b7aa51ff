import { localClock } from '../../../infra/local/clock';

describe('a clock with a start', () => {
  it('stands still until it is moved', () => {
    const clock = localClock('2026-11-27T14:30+01:00');
    expect(clock.frozen).toBe(true);
    expect(clock.now()).toBe(Date.UTC(2026, 10, 27, 13, 30));
    clock.moveTo(Date.UTC(2026, 10, 30, 8));
    expect(clock.now()).toBe(Date.UTC(2026, 10, 30, 8));
  });

  it('does not go back', () => {
    const clock = localClock('2026-11-27T14:30Z');
    expect(() => clock.moveTo(clock.now() - 1)).toThrow(
      'The clock shows 2026-11-27T14:30:00.000Z and does not go back.',
    );
    expect(() => clock.moveTo(Number.NaN)).toThrow(RangeError);
  });

  it.each([['2026-11-27T14:30'], ['tomorrow'], ['']])('refuses %j, which names no instant', (start) => {
    expect(() => localClock(start)).toThrow('The clock starts at an ISO instant like 2026-11-27T14:30+01:00');
  });
});

describe('a clock without a start', () => {
  it('goes by itself, ahead of real time once it has been moved', () => {
    const clock = localClock();
    const later = clock.now() + 3_600_000;
    clock.moveTo(later);
    expect(clock.frozen).toBe(false);
    expect(clock.now()).toBeGreaterThanOrEqual(later);
  });
});
