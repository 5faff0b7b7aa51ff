import * as z from 'zod';
import { domainOf, normaliseAddress } from './address';
import { answersIn, emailIn, phoneIn } from './form-answers';
import type { Mail } from './read';
import type { Receipt } from './receipt';
import { tidyLine } from './repair';
import { comesFromItsDomain } from './sender-proof';

const labels = z.array(z.string().trim().min(1).max(100)).max(20);

/** A machine that writes to us in somebody's name. */
export const machineSender = z.object({
  /** An address, or the domain of all that it writes from. */
  from: z.string().trim().min(1).max(320).transform(normaliseAddress),
  /** What its subjects contain, where the address writes other mail too. */
  subject: z.string().trim().min(1).max(200).optional(),
  is: z.enum(['form', 'voicemail', 'monitoring']),
  /** What it calls them in its text. */
  fields: z
    .object({ name: labels, email: labels, phone: labels, subject: labels, message: labels })
    .partial()
    .default({}),
});

export type MachineSender = z.output<typeof machineSender>;

/**
 * The machines that a desk knows, as somebody wrote them.
 * @throws {ZodError} with every fault, where it is.
 */
export const machineSendersOf = (written: readonly z.input<typeof machineSender>[]): readonly MachineSender[] =>
  z.array(machineSender).parse(written);

/** Whose inquiry a machine's mail really is. What it does not say is absent. */
export interface Inquirer {
  readonly is: MachineSender['is'];
  readonly name?: string;
  readonly email?: string;
  /** As digits, with `+` before a country's. */
  readonly phone?: string;
  readonly subject?: string;
  readonly text?: string;
}

/**
 * Who speaks through a machine that we know. Nobody, unless the receipt proves that its domain sent the mail: anybody
 * could write in anyone's name by writing in the machine's.
 */
export function inquiryBehind(mail: Mail, receipt: Receipt, senders: readonly MachineSender[]): Inquirer | undefined {
  const sender = machineSenderOf(mail, senders);
  if (!sender || !comesFromItsDomain(mail, receipt)) return undefined;
  const answers = answersIn(mail.text, sender.fields);
  const email = emailIn(answers.email);
  const phone = phoneIn(answers.phone) ?? (sender.is === 'voicemail' ? calledFrom(mail) : undefined);
  return {
    is: sender.is,
    ...(answers.name && { name: tidyLine(answers.name) }),
    ...(email && { email }),
    ...(phone && { phone }),
    ...(answers.subject && { subject: tidyLine(answers.subject) }),
    ...(answers.message && { text: answers.message }),
  };
}

/** The machine that a mail says to be from, believed or not. */
export const machineSenderOf = (mail: Mail, senders: readonly MachineSender[]): MachineSender | undefined =>
  senders.find(({ from, subject = '' }) => {
    const address = mail.from?.address ?? '';
    const isIts = from.includes('@') ? address === from : domainOf(address) === from;
    return isIts && mail.subject.toLowerCase().includes(subject.toLowerCase());
  });

/** `Ny talemelding fra +47 912 34 567`: who called, by the subject, else by the text. */
const calledFrom = ({ subject, text }: Mail): string | undefined => phoneIn(subject) ?? phoneIn(text);
