import { type MessageAttributeValue, PublishCommand, type SNSClient } from '@aws-sdk/client-sns';
import type { Texts } from '../desk/ports';
import { outcomeOf } from './outcome';

/** SMS through SNS, by a client that is set up for `oneTryEach`: SNS takes no message idempotently. */
export const snsTexts = (client: SNSClient, sender?: string): Texts => ({
  send: ({ to, text }) => {
    const command = new PublishCommand({
      PhoneNumber: to,
      Message: asSms(text),
      MessageAttributes: {
        'AWS.SNS.SMS.SMSType': saying('Transactional'),
        ...(sender && { 'AWS.SNS.SMS.SenderID': saying(sender) }),
      },
    });
    return outcomeOf(client.send(command), ({ MessageId }) => MessageId);
  },
});

const saying = (StringValue: string): MessageAttributeValue => ({ DataType: 'String', StringValue });

/** A text as it can be an SMS of three parts at the most: without controls but line breaks, and cut where it is longer. */
export function asSms(text: string): string {
  const clean = text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]/g, ' ')
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '')
    .trim();
  const letters = [...clean].slice(0, PARTS_MAX * GSM.part + 1);
  if (partsOf(letters) <= PARTS_MAX) return clean;
  while (partsOf([...letters, ...ELLIPSIS]) > PARTS_MAX) letters.pop();
  return letters.join('').trimEnd() + ELLIPSIS;
}

const PARTS_MAX = 3;

// Not the letter “…”: one letter outside the alphabet of GSM makes the whole message UCS-2, and less than half as long.
const ELLIPSIS = '...';

/** In how many parts a message travels. Each of several gives up room to say which it is, and no letter is divided. */
function partsOf(letters: readonly string[]): number {
  const { single, part, unitsOf } = letters.every((letter) => GSM.unitsOf(letter) > 0) ? GSM : UCS_2;
  const units = letters.map(unitsOf);
  if (units.reduce((sum, count) => sum + count, 0) <= single) return 1;
  let parts = 1;
  let left = part;
  for (const count of units) {
    if (count > left) {
      parts += 1;
      left = part;
    }
    left -= count;
  }
  return parts;
}

/** How a message is written on the air (3GPP TS 23.038): in units of seven bits where it can be, or of sixteen. */
interface Alphabet {
  readonly single: number;
  readonly part: number;
  /** 0 for a letter that it has not. */
  readonly unitsOf: (letter: string) => number;
}

const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿' +
  'abcdefghijklmnopqrstuvwxyzäöñüà';
const ESCAPED = '^{}\\[~]|€';

const UNITS = new Map([
  ...[...BASIC].map((letter) => [letter, 1] as const),
  ...[...ESCAPED].map((letter) => [letter, 2] as const),
]);

const GSM: Alphabet = { single: 160, part: 153, unitsOf: (letter) => UNITS.get(letter) ?? 0 };
const UCS_2: Alphabet = { single: 70, part: 67, unitsOf: (letter) => letter.length };
