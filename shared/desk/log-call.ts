import type { Instant } from '../promises/instant';
import type { Customer } from '../ticket/events';
import { commandId, type TicketId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { Agent } from '../ticket/staff';
import { openTicket } from './handle';
import { keepWords } from './keep-words';
import { languageOf } from './language-of';
import type { Desk } from './ports';
import { unusedTicketId } from './routing';

export interface PhoneCall {
  readonly caller: { readonly name: string; readonly phone?: string | undefined; readonly email?: string | undefined };
  readonly subject: string;
  readonly text: string;
  /** When the phone rang, if that was earlier. */
  readonly receivedAt?: Instant | undefined;
}

/** A call becomes a ticket, once for each request: the same key again finds the same ticket. */
export const logCall =
  (desk: Desk) =>
  async (call: PhoneCall, agent: Agent, key: string): Promise<TicketId> => {
    const { now, policies } = await desk.circumstances();
    const { receivedAt = now, subject, text } = call;
    if (receivedAt > now)
      throw new Refusal('in-the-future', 'The call is logged after it came: “receivedAt” lies ahead.');
    const id = await desk.claims.claim(key, await unusedTicketId(desk));
    const message = { words: await keepWords(desk, text), attachments: [], receivedAt };
    await openTicket(desk)(
      id,
      {
        type: 'receive-inquiry',
        channel: 'phone',
        customer: callerOf(call.caller),
        subject,
        language: languageOf(text, policies.inForce(now)),
        message,
        acknowledge: true,
        loggedBy: agent.id,
      },
      commandId(key),
    );
    return id;
  };

const callerOf = ({ name, phone, email }: PhoneCall['caller']): Customer => ({
  name,
  ...(phone && { phone }),
  ...(email && { email }),
});
