import type { Line } from './reply-lines';

const LENGTH_MAX = 600;

/**
 * Whether the line says with which device or program the mail was written, or that another looked for viruses, in the
 * words that these put there: "Sendt fra Samsung i går" is a person's.
 */
export function isProgramsLine(line: Line | undefined): boolean {
  const text = line?.text ?? '';
  if (text.length > LENGTH_MAX) return false;
  const words = withoutLinks(text);
  return PROGRAMS.some((program) => program.test(words));
}

const LINK = /\s?[<[(]{0,2}https?:[^\s>)\]]{1,500}[>)\]]{0,2}/g;

const withoutLinks = (text: string): string => text.replace(LINK, '').replace(/[[\]]/g, '');

const SENT = '(?:sendt|sent|skickat|gesendet)';
const FROM = '(?:fra|frå|from|från|von)';
const SYSTEM = '(?:ios|android|iphone|ipad|mac|macos|windows(?: 1[01])?|desktop)';
const DEVICE = '\\p{L}*(?:telefon|phone|mobil|mobile|tablet|brett|enhe[td]|device)';
const BRAND = '(?:samsung|galaxy|huawei|sony|xperia|xiaomi|oneplus|nokia|pixel|blackberry|htc|lg)[™®]?';

const OWN_DEVICES = [
  '(?:iphone|ipad)(?:e?n min)?',
  `android(?:[- ]${DEVICE})?`,
  'mobil(?:en min|telefon(?:en min)?)?',
  '(?:en )?mobil enhe[td]',
  '(?:mobile|cell)?(?: ?phone| device)',
  'mobile',
  '(?:telefonen min|nettbrettet mitt)',
];
const PROGRAM = [
  `(?:mobile |new )?outlook(?: (?:for|för|für|til) ${SYSTEM}| mobile)?`,
  `yahoo mail(?: (?:for|on|på|til) ${SYSTEM})?`,
  `(?:e-post|mail|epost) (?:for|för|für|til) ${SYSTEM}`,
  'proton ?mail(?: (?:secure|encrypted|sikker|trygg|kryptert|email|e-post|mobile|for|ios|android))*',
  `(?:gmail|mymail|spark|tutanota|tuta|hey|fastmail|k-9 mail|aol|canary|bluemail|thunderbird)(?: mobile| (?:for|on|på) ${SYSTEM})?`,
];

const EXCUSE =
  '(?:[.,;!]? (?:so |please |vennligst )?(?:excuse|forgive|pardon|apologies|beklager|unnskyld|orsak) [^.?!]{0,60})?';

const PROGRAMS = [
  `${SENT} ${FROM} (?:min |mitt |my |meinem )?(?:${OWN_DEVICES.join('|')})${EXCUSE}`,
  `${SENT} ${FROM} (?:min |mitt |my |meinem )?${BRAND}(?: (?:galaxy|xperia|redmi)[™®]?)?(?: \\S*\\d\\S*)?(?:[- ]${DEVICE})?${EXCUSE}`,
  `${SENT} ${FROM} my ${BRAND}[\\p{L}\\p{N} ™®-]{0,60}`,
  `${SENT} (?:${FROM}|med|with|mit|via) (?:${PROGRAM.join('|')})${EXCUSE}`,
  'von meinem (?:iphone|ipad|mobiltelefon) gesendet',
  '(?:hent|få|skaff deg|last ned|get|download|hämta|laden sie) outlook (?:for|för|für|til) (?:ios|android|mac)',
  '(?:virus-free|virusfri|virenfrei)\\.?\\s?www\\.(?:avast|avg)\\.com',
].map((words) => new RegExp(`^${words}[.!]?$`, 'iu'));
