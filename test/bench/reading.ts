import type { Instant } from '../../shared/promises/instant';
import type { BusyDesk } from './desk';
import { atMost, type Findings, type Floor, type Row, thousands } from './findings';
import { inTurns } from './measure';
import { type Reads, readsDuring } from './reads';

/** A desk with tickets in it, and one of them that can be looked at. */
export interface FullDesk {
  readonly desk: BusyDesk;
  readonly tickets: number;
  readonly ticket: string;
  readonly now: Instant;
}
