import { type Policies, policiesOf } from '../shared/promises/policies';
import { defaultPolicy } from '../shared/promises/policy';

/**
 * The versions of the promise that this desk keeps, on AWS and on one machine. To change the promise, add a version with
 * the date from which it holds, `readPolicy(other)` of an imported JSON file, and leave those that open tickets are held
 * to. `docs/policy.md` explains each value.
 */
export const policies: Policies = policiesOf([defaultPolicy]);
