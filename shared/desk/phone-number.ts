import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isPhoneNumber, type PhoneNumber } from '../customers/phone-number';

/**
 * Reads a telephone number as people write it; one without a country code is of that country. An extension is dropped.
 * Nothing where no such number can be: the numbering plans are libphonenumber's.
 */
export function phoneNumberOf(written: string, country: CountryCode = 'NO'): PhoneNumber | undefined {
  if (written.length > LENGTH_MAX) return undefined;
  const bare = AROUND.reduce((text, around) => text.replace(around, ''), written.replace(/\s+/g, ' ').trim());
  if (DATE.test(bare)) return undefined;
  return validNumber(bare, country) ?? validNumber(bare.replace('(0)', ''), country);
}

const LENGTH_MAX = 60;

/** What is written or copied along with a number: marks that nobody sees, what it is, and an extension in Norwegian. */
const AROUND: readonly RegExp[] = [
  /\p{Cf}/gu,
  /^(?:tel|tlf|telefon|phone|mob|mobil)\b[.:]* ?/i,
  /[,;]? ?\b(?:linje|lokal|intern(?:nr)?)\b[.:]? ?\d{1,7}$/i,
];

// A date has eight digits too.
const DATE = /^(?:\d{4}-\d\d-\d\d|\d\d?\.\d\d?\.(?:19|20)\d\d)$/;

// A country code in brackets is not expected there, and a zero in them, which Norwegian numbers have not, is often said.
function validNumber(text: string, defaultCountry: CountryCode): PhoneNumber | undefined {
  const found = parsePhoneNumberFromString(text.replace(/[()]/g, ' ').trim(), { defaultCountry, extract: false });
  return found?.isValid() && isPhoneNumber(found.number) ? found.number : undefined;
}
