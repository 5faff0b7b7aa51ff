import { type SESClient, type SESClientConfig, SendRawEmailCommand } from '@aws-sdk/client-ses';
import type { Mailer } from '../desk/ports';
import { composeMail } from '../mail/compose';
import { LETTER_TAG, tagOf } from '../mail/letter-tag';
import type { Instant } from '../promises/instant';
import { outcomeOf } from './outcome';

/**
 * How a client has to be for its answers to be believed. SES takes no letter idempotently, so it never retries by itself;
 * a line kept open over a pause of the function would break under a letter, and nobody could know what came of it.
 */
export const oneTryEach: SESClientConfig = {
  maxAttempts: 1,
  requestHandler: {
    requestTimeout: 20_000,
    throwOnRequestTimeout: true,
    httpAgent: { keepAlive: false },
    httpsAgent: { keepAlive: false },
  },
};

/** Mails through SES, by a client that is set up for `oneTryEach`. */
export const sesMailer = (client: SESClient, now: () => Instant, configurationSet?: string): Mailer => ({
  send: async (mail) => {
    const raw = await composeMail(mail, new Date(now()));
    const command = new SendRawEmailCommand({
      Source: mail.from.address,
      Destinations: [...mail.to, ...mail.cc],
      RawMessage: { Data: raw },
      ConfigurationSetName: configurationSet,
      Tags: mail.letterId === undefined ? [] : [{ Name: LETTER_TAG, Value: tagOf(mail.letterId) }],
    });
    return outcomeOf(client.send(command), ({ MessageId }) => MessageId);
  },
});
