import * as z from 'zod';

/** The name of a schedule or of a group. */
export const name = z.string().regex(/^[0-9a-zA-Z._-]{1,64}$/, {
  error: ({ input }) => `Names are 1 to 64 letters, digits, dots, hyphens and underscores, not "${input}".`,
});

/** What `CreateSchedule` and `UpdateSchedule` say. Strict, so that nothing is accepted that would then be ignored. */
export const definition = z.strictObject({
  GroupName: name.default('default'),
  Description: z.string().max(512).optional(),
  ScheduleExpression: z.string(),
  ScheduleExpressionTimezone: z.string().default('UTC'),
  State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
  FlexibleTimeWindow: z.object({ Mode: z.enum(['OFF', 'FLEXIBLE']), MaximumWindowInMinutes: z.int().optional() }),
  Target: z.looseObject({ Arn: z.string(), RoleArn: z.string(), Input: z.string() }),
  ActionAfterCompletion: z.enum(['NONE', 'DELETE']).default('NONE'),
  ClientToken: z.string().optional(),
});

export type Definition = z.output<typeof definition>;
