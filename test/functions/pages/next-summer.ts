import { policiesOf } from '../../../shared/promises/policies';
import { defaultPolicy, type Policy } from '../../../shared/promises/policy';

const NEXT: Policy = {
  ...defaultPolicy,
  version: '2027-1',
  effectiveFrom: '2027-01-01',
  closures: {
    ...defaultPolicy.closures,
    july: { name: { nb: 'sommerferien', en: 'the summer holiday' }, weeks: { 2027: [28, 29, 30] } },
  },
};

/** From 2027 on the summer holiday begins a week earlier. */
export const withNextSummer = policiesOf([defaultPolicy, NEXT]);
