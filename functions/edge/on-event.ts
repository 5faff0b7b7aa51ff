import middy from '@middy/core';
import type * as z from 'zod';
import type { Log } from '../../shared/desk/ports';

/** The wrapper of every function that an event invokes: what breaks is logged and thrown, so that it is tried again. */
export const onEvent = <S extends z.ZodType>(log: Log, schema: S, act: (event: z.output<S>) => Promise<void>) =>
  middy<unknown, void>()
    .onError(({ error }) => {
      log.error('event broke', { error: error?.stack ?? String(error) });
      throw error;
    })
    .handler(async (event) => act(schema.parse(event)));
