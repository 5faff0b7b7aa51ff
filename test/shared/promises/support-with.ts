import { defaultPolicy, type Policy } from '../../../shared/promises/policy';

type Hours = Policy['calendars'][string];

/** The default policy with changes to its support calendar, and others if need be. */
export function supportWith(changes: Partial<Hours>, others: Partial<Policy> = {}): Policy {
  const calendars = Object.entries(defaultPolicy.calendars).map(([name, calendar]) => [
    name,
    name === 'support' ? { ...calendar, ...changes } : calendar,
  ]);
  return { ...defaultPolicy, ...others, calendars: Object.fromEntries(calendars) };
}
