import type { Instant } from '../promises/instant';
import { refuseBadCallBack } from '../ticket/answer-acts';
import type { Act, Inquiry } from '../ticket/command';
import type { Customer, Mark } from '../ticket/events';
import { commandId, type TicketId } from '../ticket/ids';
import { Refusal } from '../ticket/refusal';
import type { Agent } from '../ticket/staff';
import { handle, openTicket } from './handle';
import { keepWords } from './keep-words';
import { knownCustomer } from './known-customer';
import { languageOf } from './language-of';
import { phoneNumberOf } from './phone-number';
import type { Desk } from './ports';
import { unusedTicketId } from './routing';

export interface PhoneCall {
  readonly caller: { readonly name: string; readonly phone?: string | undefined; readonly email?: string | undefined };
  readonly subject: string;
  readonly text: string;
  /** When the phone rang, if that was earlier. */
  readonly receivedAt?: Instant | undefined;
  readonly direction: 'in' | 'out';
  readonly answered: boolean;
  readonly minutes?: number | undefined;
  readonly callBackAt?: Instant | undefined;
}

/** A call becomes a ticket, once for each request: the same key again finds the same ticket. */
export const logCall =
  (desk: Desk) =>
  async (call: PhoneCall, agent: Agent, key: string): Promise<TicketId> => {
    const { now } = await desk.circumstances();
    check(call, now);
    const id = await desk.claims.claim(key, await unusedTicketId(desk));
    await openTicket(desk)(id, await inquiryOf(desk, call, agent), commandId(key));
    if (saysMore(call)) await handle(desk)(id, howItWent(call, agent), commandId(`${key} how`));
    return id;
  };

// What the ticket would refuse is refused before there is one.
function check({ receivedAt, answered, callBackAt }: PhoneCall, now: Instant): void {
  if (receivedAt !== undefined && receivedAt > now)
    throw new Refusal('in-the-future', 'The call is logged after it came: “receivedAt” lies ahead.');
  refuseBadCallBack({ answered, callBackAt }, now);
}

async function inquiryOf(desk: Desk, { caller, subject, text, ...call }: PhoneCall, agent: Agent): Promise<Inquiry> {
  const { now, policies } = await desk.circumstances();
  const { phone, marks } = numberOf(caller.phone);
  const message = { words: await keepWords(desk, text), attachments: [], receivedAt: call.receivedAt ?? now };
  return {
    type: 'receive-inquiry',
    channel: 'phone',
    // The agent has spoken with them.
    customer: await knownCustomer(desk)(callerOf({ ...caller, phone }), 'proven'),
    subject,
    language: languageOf(text, policies.inForce(now)),
    message: { ...message, ...(marks.length > 0 && { marks }) },
    whole: text,
    acknowledge: true,
    loggedBy: agent.id,
  };
}

/** A number that can be called, as E.164 writes it; what that leaves out, or cannot read, is said to agents. */
function numberOf(written: string | undefined): { readonly phone?: string; readonly marks: readonly Mark[] } {
  if (!written) return { marks: [] };
  const phone = phoneNumberOf(written);
  if (!phone) return { phone: written, marks: [{ rule: 0, says: `“${written}” is no number that can be called.` }] };
  const digits = written.replace(/\D/g, '').replace(/^0+/, '');
  return { phone, marks: phone.endsWith(digits) ? [] : [{ rule: 0, says: `The number was given as “${written}”.` }] };
}

const callerOf = ({ name, phone, email }: PhoneCall['caller']): Customer => ({
  name,
  ...(phone && { phone }),
  ...(email && { email }),
});

const saysMore = ({ direction, answered, minutes, callBackAt }: PhoneCall): boolean =>
  direction === 'out' || !answered || minutes !== undefined || callBackAt !== undefined;

// What was said is the inquiry; how the call went is what happened next.
const howItWent = ({ direction, answered, minutes, callBackAt }: PhoneCall, { id }: Agent): Act => ({
  type: 'log-call',
  direction,
  answered,
  minutes,
  callBackAt,
  by: id,
});
