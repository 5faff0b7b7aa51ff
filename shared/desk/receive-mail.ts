import { type Classification, classify, SPOKEN_THROUGH } from '../mail/classify';
import { deliveryReportIn } from '../mail/delivery-report';
import { type Inquirer, inquiryBehind } from '../mail/machine-senders';
import { type Mail, readMail } from '../mail/read';
import { isProven } from '../mail/sender-proof';
import { messageKey } from '../mail/thread';
import { commandId } from '../ticket/ids';
import { agentOf, agentsAnswer } from './agents-answer';
import { bringMail } from './bring-mail';
import { withinLimits } from './gather-storm';
import type { MailReceipt, RawMail } from './keep-message';
import { speakerOf, writerOf } from './mail-inquiry';
import { ourselves } from './ourselves';
import type { Desk } from './ports';
import { routeOf } from './route-mail';
import { arrivalKey, mailIdKey } from './routing';

export const INBOX = 'inbound/';

/**
 * A mail becomes a ticket, or lands on the one that it answers. It is claimed first, then committed, and moved out of
 * the inbox last: whatever breaks on the way, the next delivery or the sweep goes on where it stopped.
 */
export const receiveMail =
  (desk: Desk) =>
  async (receipt: MailReceipt): Promise<void> => {
    const raw = await desk.files.read(`${INBOX}${receipt.messageId}`);
    if (!raw) return;
    const key = `mail/${receipt.messageId}.eml`;
    await accept(desk, await readMail(raw), receipt, { key, bytes: raw.length });
    await desk.files.move(`${INBOX}${receipt.messageId}`, key);
  };

async function accept(desk: Desk, mail: Mail, receipt: MailReceipt, raw: RawMail): Promise<void> {
  const own = await ourselves(desk, mail);
  const machine = inquiryBehind(mail, receipt, desk.machineSenders);
  const classification = await unlessForged(
    desk,
    mail,
    receipt,
    spokenThrough(classify(mail, receipt, own), machine?.is),
  );
  const arrived = { mail, receipt, own, classification, returned: returnedId(mail, classification) };
  const answer = await agentsAnswer(desk, arrived);
  // What an agent answers is the agent's own, whatever it quotes or hands on.
  const speaker = answer ? writerOf(desk, mail, receipt) : await speakerOf(desk, mail, receipt, machine);
  const arrival = arrivalKey('mail', deliveredAs(mail, receipt));
  const route = answer ?? (await routeOf(desk, arrived));
  const limited = await withinLimits(desk, { ...arrived, speaker }, route, arrival);
  const ticket = await desk.claims.claim(arrival, limited.route.ticket);
  if (mail.messageId) await desk.claims.claim(mailIdKey(mail.messageId), ticket);
  const parts = { ...arrived, speaker, raw, route: limited.route };
  await bringMail(desk, parts, limited.inquiry, { ticket, command: commandId(arrival) });
}

// A machine that we know says by its headers that it is one; whoever speaks through it is a person.
const spokenThrough = (classification: Classification, machine: Inquirer['is'] | undefined): Classification =>
  machine && (classification.class === 'auto' || classification.class === 'human')
    ? { ...classification, ...SPOKEN_THROUGH, acknowledge: machine === 'form' }
    : classification;

// Rule 26: whoever only says to be an agent is a customer, and the agent gets no acknowledgement of what they did not write.
async function unlessForged(
  desk: Desk,
  mail: Mail,
  receipt: MailReceipt,
  classification: Classification,
): Promise<Classification> {
  const { staff } = await desk.circumstances();
  const isForged = agentOf(mail.from?.address, staff) !== undefined && !isProven(mail, receipt);
  return isForged ? { ...classification, acknowledge: false } : classification;
}

const returnedId = (mail: Mail, { class: kind }: Classification): string | undefined =>
  kind === 'bounce' ? deliveryReportIn(mail)?.originalMessageId : undefined;

// Without an id, a mail that says the same is the same one delivered again on that day, and a new one on another.
const deliveredAs = (mail: Mail, { receivedAt }: MailReceipt): string =>
  mail.messageId ? messageKey(mail) : `${messageKey(mail)} ${new Date(receivedAt).toISOString().slice(0, 10)}`;
