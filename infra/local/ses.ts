import { REGION } from './aws-environment';
import { asMailDate, type Clock } from './clock';
import type { EventBus } from './event-bus';
import type { Faults } from './faults';
import { queryAnswers } from './query-protocol';
import type { Sent } from './sent';
import { type AcceptedMail, eventsOf } from './ses-events';
import { joinMail, peopleIn, splitMail, without } from './ses-mail';
import type { Mailboxes } from './ses-mailboxes';
import { type Operation, serve } from './stand-in';
import type { HttpAnswer, HttpRequest } from './stand-in-server';

interface PostOffice {
  sent: Sent;
  clock: Clock;
  mailboxes: Mailboxes;
  events: Pick<EventBus, 'put'>;
  newId(): string;
}

/**
 * SES as the SDK speaks to it (the Query protocol). What it accepts is in `sent`, and goes nowhere else; what the world's
 * mailboxes make of it is told through the mail's configuration set.
 */
export function startSes({ port, faults, ...state }: PostOffice & { port?: number; faults: Faults }) {
  return serve<PostOffice>({
    port,
    operationOf: ({ body }) => /(?:^|&)Action=(\w+)/.exec(body.toString('latin1'))?.[1] ?? 'a call without an Action',
    operations: OPERATIONS,
    state,
    refuse,
    fault: (operation) => faults.take('ses', operation),
  });
}

const NAMESPACE = 'xmlns="http://ses.amazonaws.com/doc/2010-12-01/"';
const { xmlAnswer, refuse } = queryAnswers(NAMESPACE);

const OPERATIONS: Record<string, Operation<PostOffice>> = { SendRawEmail: sendRawEmail };

async function sendRawEmail(office: PostOffice, request: HttpRequest): Promise<HttpAnswer> {
  const { sent, clock, newId } = office;
  const form = new URLSearchParams(request.body.toString('latin1'));
  const raw = Buffer.from(form.get('RawMessage.Data') ?? '', 'base64');
  const problem = await problemWith(raw, form);
  if (problem) return refuse({ status: 400, error: 'InvalidParameterValue', message: problem });
  const id = newId();
  const at = clock.now();
  await sent.addMail(at, stamped(raw, id, asMailDate(at)));
  const { from, to } = await peopleOf(raw, form);
  tellOf(
    office,
    { messageId: id, at, from: from.join(', '), to, tags: tagsIn(form) },
    form.get('ConfigurationSetName'),
  );
  return xmlAnswer(
    200,
    `<SendRawEmailResponse ${NAMESPACE}><SendRawEmailResult><MessageId>${id}</MessageId></SendRawEmailResult>` +
      `<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></SendRawEmailResponse>`,
  );
}

function tellOf({ mailboxes, events, newId }: PostOffice, mail: AcceptedMail, configurationSet: string | null): void {
  if (!configurationSet) return;
  for (const event of eventsOf(mail, configurationSet, mailboxes, newId)) events.put(event);
}

const tagsIn = (form: URLSearchParams): AcceptedMail['tags'] =>
  Object.fromEntries(
    [...form].flatMap(([field, name]) => {
      const [, member] = /^Tags\.member\.(\d+)\.Name$/.exec(field) ?? [];
      return member ? [[name, [form.get(`Tags.member.${member}.Value`) ?? '']]] : [];
    }),
  );

/** Why SES would not take a mail, in its own words. */
async function problemWith(raw: Buffer, form: URLSearchParams): Promise<string | undefined> {
  if (raw.length > RAW_MAX) return `Message length is more than ${RAW_MAX} bytes long: '${raw.length}'.`;
  const { from, to } = await peopleOf(raw, form);
  if (from.length === 0) return "Missing required header 'From'.";
  if (to.length === 0) return "Missing required header 'To'.";
  return to.length > RECEIVERS_MAX ? `Recipient count exceeds ${RECEIVERS_MAX}.` : undefined;
}

/** Who a mail is from and for: as the call says, and where it does not, as the mail does. */
async function peopleOf(raw: Buffer, form: URLSearchParams): Promise<{ from: string[]; to: string[] }> {
  const from = form.getAll('Source');
  const to = [...form].flatMap(([name, value]) => (name.startsWith('Destinations.member.') ? [value] : []));
  if (from.length > 0 && to.length > 0) return { from, to };
  const named = await peopleIn(splitMail(raw).header);
  return { from: from.length > 0 ? from : named.from, to: to.length > 0 ? to : named.to };
}

/** As SES sends it on: under its own id and date, and without the hidden receivers. */
function stamped(raw: Buffer, id: string, date: string): Buffer {
  const { header, rest } = splitMail(raw);
  const own = `Message-ID: <${id}@${REGION}.amazonses.com>\r\nDate: ${date}\r\n`;
  return joinMail({ header: own + without(header, 'Message-ID', 'Date', 'Bcc'), rest });
}

const RAW_MAX = 10 * 1024 * 1024;
const RECEIVERS_MAX = 50;
