import * as z from 'zod';
import type { Desk } from '../shared/desk/ports';
import { receiveMail } from '../shared/desk/receive-mail';
import { onEvent } from './edge/on-event';

const verdict = z
  .object({ status: z.enum(['PASS', 'FAIL', 'GRAY', 'PROCESSING_FAILED', 'DISABLED']) })
  .transform(({ status }) => status);

const POLICIES = ['none', 'quarantine', 'reject'] as const;

/** What SES tells of a mail that it has stored: envelope and verdicts, no body. */
const sesEvent = z.object({
  Records: z.array(
    z.object({
      ses: z.object({
        mail: z.object({
          messageId: z.string(),
          source: z.string(),
          timestamp: z.iso.datetime().transform(Date.parse),
        }),
        receipt: z.object({
          recipients: z.array(z.string()),
          spamVerdict: verdict,
          virusVerdict: verdict,
          spfVerdict: verdict,
          dkimVerdict: verdict,
          dmarcVerdict: verdict,
          // Only where DMARC failed.
          dmarcPolicy: z
            .string()
            .transform((policy) => POLICIES.find((known) => known === policy.toLowerCase()))
            .optional(),
        }),
      }),
    }),
  ),
});

/** SES has stored a mail under `inbound/`: it becomes a ticket, or lands on one. */
export const receiveMailFunction = (desk: Desk) =>
  onEvent(desk.log, sesEvent, async ({ Records }) => {
    for (const { ses } of Records) await receiveMail(desk)(receiptOf(ses));
  });

type Ses = z.output<typeof sesEvent>['Records'][number]['ses'];

const receiptOf = ({ mail, receipt }: Ses) => ({
  messageId: mail.messageId,
  receivedAt: mail.timestamp,
  envelopeFrom: mail.source,
  recipients: receipt.recipients,
  verdicts: {
    spam: receipt.spamVerdict,
    virus: receipt.virusVerdict,
    spf: receipt.spfVerdict,
    dkim: receipt.dkimVerdict,
    dmarc: receipt.dmarcVerdict,
  },
  ...(receipt.dmarcPolicy && { dmarcPolicy: receipt.dmarcPolicy }),
});
