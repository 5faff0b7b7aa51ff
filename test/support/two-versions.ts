import { policiesOf } from '../../shared/promises/policies';
import { defaultPolicy, type Policy } from '../../shared/promises/policy';

/** From 1 February 2026 severe errors are begun within four working hours, requests within six; management hears after ten. */
export const STRICTER: Policy = {
  ...defaultPolicy,
  version: '2026-1',
  effectiveFrom: '2026-02-01',
  lookAgainAfterWorkingDays: 2,
  kinds: {
    ...defaultPolicy.kinds,
    severe: {
      ...defaultPolicy.kinds.severe,
      latest: { within: '4 hours' },
      management: { promise: 'P8', calendar: 'working', openTime: '10 hours' },
    },
    request: { ...defaultPolicy.kinds.request, target: { within: '6 hours' }, latest: { within: '6 hours' } },
  },
};

export const twoVersions = policiesOf([defaultPolicy, STRICTER]);
