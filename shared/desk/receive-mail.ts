import type { Classification } from '../mail/classify';
import { deliveryReportIn } from '../mail/delivery-report';
import { type Mail, readMail } from '../mail/read';
import { messageKey } from '../mail/thread';
import { commandId } from '../ticket/ids';
import { agentsAnswer } from './agents-answer';
import { bringMail } from './bring-mail';
import { classified } from './classify-mail';
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
  const { classification, machine } = await classified(desk, mail, receipt, own);
  const arrived = { mail, receipt, own, classification, returned: returnedId(mail, classification) };
  const answer = await agentsAnswer(desk, arrived);
  // What an agent answers is the agent's own, whatever it quotes or hands on.
  const speaker = answer ? writerOf(desk, mail, receipt) : await speakerOf(desk, mail, receipt, machine);
  const arrival = arrivalKey('mail', deliveredAs(mail, receipt));
  const { route, inquiry } = await withinLimits(
    desk,
    { ...arrived, speaker },
    answer ?? (await routeOf(desk, arrived)),
    arrival,
  );
  const ticket = await desk.claims.claim(arrival, route.ticket);
  if (mail.messageId) await desk.claims.claim(mailIdKey(mail.messageId), ticket);
  await bringMail(desk, { ...arrived, speaker, raw, route }, inquiry, { ticket, command: commandId(arrival) });
}

const returnedId = (mail: Mail, { class: kind }: Classification): string | undefined =>
  kind === 'bounce' ? deliveryReportIn(mail)?.originalMessageId : undefined;

// Without an id, a mail that says the same is the same one delivered again on that day, and a new one on another.
const deliveredAs = (mail: Mail, { receivedAt }: MailReceipt): string =>
  mail.messageId ? messageKey(mail) : `${messageKey(mail)} ${new Date(receivedAt).toISOString().slice(0, 10)}`;
