import { domainToUnicode } from 'node:url';

const SCRIPTS = ['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Cherokee', 'Hebrew', 'Arabic'];
const OF_SCRIPT = SCRIPTS.map((script) => new RegExp(`\\p{Script=${script}}`, 'u'));
// Cyrillic, Greek and Armenian letters that are drawn like Latin ones.
const DRAWN_AS_LATIN = /^[аеорсухіјѕһԁԛԝӏԍьгкмтвնսոհοαρνυικτχμ\d-]+$/u;

/**
 * A domain as it is shown, if it may pass for another: `xn--pple-43d.com` is drawn as apple.com. A name wholly in another
 * script that could be no Latin name is only foreign.
 */
export function looksLikeAnother(domain: string): string | undefined {
  const shown = domain.includes('xn--') ? domainToUnicode(domain) : '';
  return shown.split('.').some(mayPassForAnother) ? shown : undefined;
}

function mayPassForAnother(label: string): boolean {
  if (/^[\0-\x7f]*$/.test(label)) return false;
  return OF_SCRIPT.filter((script) => script.test(label)).length > 1 || DRAWN_AS_LATIN.test(label);
}
