import { isPhoneNumber } from '../../shared/customers/phone-number';
import { type Clock, iso } from './clock';
import type { Faults } from './faults';
import { queryAnswers } from './query-protocol';
import type { Sent } from './sent';
import { type Operation, type ServiceError, serve } from './stand-in';
import type { HttpAnswer, HttpRequest } from './stand-in-server';

interface Network {
  sent: Sent;
  clock: Clock;
  newId(): string;
}

/** SNS as the SDK speaks to it (the Query protocol), for SMS alone. What it accepts is in `sent`, and rings nowhere. */
export function startSns({ port, faults, ...state }: Network & { port?: number; faults: Faults }) {
  return serve<Network>({
    port,
    operationOf: ({ body }) => formIn(body).get('Action') ?? 'a call without an Action',
    operations: OPERATIONS,
    state,
    refuse,
    fault: (operation) => faults.take('sns', operation),
  });
}

const NAMESPACE = 'xmlns="http://sns.amazonaws.com/doc/2010-03-31/"';
const { xmlAnswer, refuse } = queryAnswers(NAMESPACE);

const OPERATIONS: Record<string, Operation<Network>> = { Publish: publish };

async function publish({ sent, clock, newId }: Network, { body }: HttpRequest): Promise<HttpAnswer> {
  const form = formIn(body);
  const to = form.get('PhoneNumber') ?? '';
  const text = form.get('Message') ?? '';
  const sender = attributesIn(form).get('AWS.SNS.SMS.SenderID');
  const problem = problemWith(to, text, sender);
  if (problem) return refuse({ status: 400, ...problem });
  const at = iso(clock.now());
  const id = newId();
  const said = { from: sender ?? 'sms', to, cc: '', replyTo: '', subject: '', text, html: '' };
  await sent.addText({ at, ...said, headers: { 'sns-message-id': id } });
  return xmlAnswer(
    200,
    `<PublishResponse ${NAMESPACE}><PublishResult><MessageId>${id}</MessageId></PublishResult>` +
      `<ResponseMetadata><RequestId>${id}</RequestId></ResponseMetadata></PublishResponse>`,
  );
}

/** Why SNS would not take a message, in its own words. */
function problemWith(to: string, text: string, sender = 'sms'): Omit<ServiceError, 'status'> | undefined {
  const invalid = (message: string) => ({ error: 'InvalidParameter', message: `Invalid parameter: ${message}` });
  if (!to) return invalid('TopicArn or TargetArn Reason: no value for required parameter');
  if (!isPhoneNumber(to)) return invalid(`PhoneNumber Reason: ${to} is not valid to publish to`);
  if (!text) return invalid('Empty message');
  if (text.length > CHARACTERS_MAX) return invalid('Message too long');
  if (SENDER_ID.test(sender)) return undefined;
  return { error: 'ParameterValueInvalid', message: `The sender ID ${sender} is not valid.` };
}

const attributesIn = (form: URLSearchParams): ReadonlyMap<string, string> =>
  new Map(
    [...form].flatMap(([field, name]): [string, string][] => {
      const [, entry] = /^MessageAttributes\.entry\.(\d+)\.Name$/.exec(field) ?? [];
      return entry ? [[name, form.get(`MessageAttributes.entry.${entry}.Value.StringValue`) ?? '']] : [];
    }),
  );

const formIn = (body: Buffer) => new URLSearchParams(body.toString());

const CHARACTERS_MAX = 1_600;
/** Up to eleven letters, digits and hyphens, of which one is a letter; a hyphen neither begins nor ends it. */
const SENDER_ID = /^(?=.*[A-Za-z])(?!-)[A-Za-z0-9-]{1,11}(?<!-)$/;
