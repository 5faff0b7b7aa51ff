import * as z from 'zod';
import type { Desk } from '../shared/desk/ports';
import { SWEEPS, sweep } from '../shared/desk/sweep';
import { onEvent } from './edge/on-event';

const round = z.object({ severity: z.enum(SWEEPS) });

/** The round that finds what alarms, streams and deliveries have missed. */
export const sweepFunction = (desk: Desk) => onEvent(desk.log, round, ({ severity }) => sweep(desk)(severity));
