import type { PostOffice } from '../mail/letters/letters';
import { loopToken } from '../mail/loop-token';
import { heldTo } from '../ticket/circumstances';
import type { OpenedTicket } from '../ticket/ticket';
import type { Desk } from './ports';

/** Where all letters are posted from: those about a ticket speak of the promise that it is held to. */
export async function postOffice(desk: Desk, ticket?: OpenedTicket): Promise<PostOffice> {
  const { now, policies, staff, roster } = await desk.circumstances();
  const policy = ticket ? heldTo(ticket, policies) : policies.inForce(now);
  return {
    policy,
    staff,
    roster,
    now,
    addresses: desk.addresses,
    loopToken: loopToken(await desk.secrets.replySecrets()),
  };
}
