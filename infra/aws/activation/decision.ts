/** What is done about the one receipt rule set that SES keeps active in an account and region. */
export type Decision =
  | { readonly do: 'activate'; readonly ruleSet: string }
  | { readonly do: 'deactivate' }
  | { readonly do: 'leave' }
  | { readonly do: 'refuse'; readonly because: string };

interface Coming {
  readonly active: string | undefined;
  readonly ours: string;
  /** Another's set, that an operator has said may be replaced. */
  readonly replaces: string | undefined;
}

/** Activates ours, unless that would silence somebody else's mail without their leave. */
export function activationDecision({ active, ours, replaces }: Coming): Decision {
  if (active === ours) return { do: 'leave' };
  if (active === undefined || active === replaces) return { do: 'activate', ruleSet: ours };
  return {
    do: 'refuse',
    because:
      `SES keeps one receipt rule set active, and that is “${active}”: its mail would fall silent. ` +
      `If that is what you want, deploy with -c replacesRuleSet=${active}.`,
  };
}

interface Leaving {
  readonly active: string | undefined;
  readonly ours: string;
  /** What was active before ours. */
  readonly remembered: string | undefined;
}

/** Puts back what was there before, unless somebody has activated another set since. */
export function restorationDecision({ active, ours, remembered }: Leaving): Decision {
  if (active !== ours) return { do: 'leave' };
  return remembered ? { do: 'activate', ruleSet: remembered } : { do: 'deactivate' };
}
