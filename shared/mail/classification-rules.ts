import type { ClassificationRule } from './classification';
import { machineRules } from './machine-rules';
import { parkingRules } from './parking-rules';
import { silenceRules } from './silence-rules';

/** In order of precedence: what is parked, what came back, what a machine wrote, and what only may not be acknowledged. */
export const classificationRules: readonly ClassificationRule[] = [...parkingRules, ...machineRules, ...silenceRules];
