import type { Node } from 'constructs';
import * as z from 'zod';

const domain = z.hostname('Write a domain name, desk.example.').toLowerCase();
const address = z.email('Write an address, support@desk.example.').toLowerCase();
const url = z.url({ protocol: /^https$/, error: 'Write an address that begins with https://.' });
const ruleSet = z.string().regex(/^[\w.-]{1,64}$/, 'Write the name of a receipt rule set of SES.');

/**
 * What whoever runs the desk decides, as CDK context: `-c domain=desk.example`, or under `context` in `cdk.json`.
 * The defaults are examples; they make a template, not a desk that can be written to.
 */
const context = z
  .object({
    /** Tells several desks in one account apart: part of every name. */
    stage: z
      .string()
      .regex(/^[a-z][a-z0-9-]{0,19}$/, 'Write a short name in small letters, such as “test”.')
      .default('test'),
    /** Mail goes out from it and comes in to it, so its DNS must be ours. */
    domain: domain.default('desk.example'),
    /** Defaults to support@ the domain; its plus forms are received too. */
    supportAddress: address.optional(),
    /** Who reads the weekly report and is alerted; defaults to management@ the domain. */
    managementAddress: address.optional(),
    /** Whom an SMS is shown to be from, where the country of its receiver allows a name; otherwise it is a number. */
    smsSender: z
      .string()
      .regex(/^(?=.*[a-z])[a-z0-9]{1,11}$/i, 'Write up to eleven letters and digits, such as “Support”.')
      .optional(),
    /** Where replies to our own chat widget are posted; other providers are reached as their secrets say. */
    chatReplyUrl: url.default('https://chat.example/replies'),
    /** Where the desk is reached, if a domain of one's own stands before the API, `https://desk.example`. */
    site: url.transform((site) => site.replace(/\/+$/, '')).optional(),
    /** The OpenID provider whose tokens the API takes, and the audience that they must be for. */
    oidcIssuer: url.default('https://login.example'),
    oidcAudience: z.string().min(1).default('responstid'),
    /** SES keeps one receipt rule set active. If that is another's, its name says that ours may take its place. */
    replacesRuleSet: ruleSet.optional(),
  })
  .refine(({ domain, supportAddress }) => !supportAddress || supportAddress.endsWith(`@${domain}`), {
    path: ['supportAddress'],
    error: 'The support address must be of the domain, whose DNS lets mail in and out.',
  });

export type Settings = ReturnType<typeof settingsOf>;

/** Reads the settings; throws a `ZodError` that names every one that is wrong. */
export function settingsOf(node: Node) {
  const given = Object.fromEntries(Object.keys(context.shape).map((name) => [name, node.tryGetContext(name)]));
  const settings = context.parse(given);
  const { supportAddress = `support@${settings.domain}`, managementAddress = `management@${settings.domain}` } =
    settings;
  return { ...settings, supportAddress, managementAddress };
}
