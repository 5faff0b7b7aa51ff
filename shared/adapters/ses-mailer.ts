import { type SESClient, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer } from '../desk/ports';
import { composeMail } from '../mail/compose';
import type { Instant } from '../promises/instant';
import { outcomeOf } from './outcome';

/** Mails through SES. The client must not retry by itself (`maxAttempts: 1`): SES takes no letter idempotently. */
export const sesMailer = (client: SESClient, now: () => Instant, configurationSet?: string): Mailer => ({
  send: async (mail) => {
    const raw = await composeMail(mail, new Date(now()));
    const command = new SendRawEmailCommand({
      Source: mail.from.address,
      Destinations: [...mail.to, ...mail.cc],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
    });
    return outcomeOf(client.send(command), ({ MessageId }) => MessageId);
  },
});
