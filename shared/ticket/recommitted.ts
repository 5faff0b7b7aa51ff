import type { Commitment } from '../promises/deadlines';
import type { Changes } from './changes';
import type { OpenedTicket } from './opened-ticket';

/** Held to another promise: who was warned of the same instant is not warned again. */
export const recommitted = ({ warned, commitment: before }: OpenedTicket, commitment: Commitment): Changes => ({
  commitment,
  warned: warned && commitment.beginLatest === before.beginLatest,
});
