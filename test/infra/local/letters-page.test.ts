import { describe, expect, it } from '@jest/globals';
import { lettersPage } from '../../../infra/local/letters-page';
import { defaultPolicy } from '../../../shared/promises/policy';

const page = (query = '', policy = defaultPolicy): string =>
  String(lettersPage(new URLSearchParams(query), policy).body);
const count = (html: string, what: RegExp): number => html.match(what)?.length ?? 0;

describe('the preview of letters', () => {
  it('shows each letter as HTML on a phone and on a desk, and as text', () => {
    const html = page('cast=ordinary&language=nb');
    const letters = count(html, /<section>/g);
    expect(letters).toBeGreaterThan(20);
    expect(count(html, /<iframe/g)).toBe(2 * letters);
    expect(count(html, /<pre>/g)).toBe(letters);
  });

  it('shows a letter in both languages, for all who may write', () => {
    expect(page('letter=reply&cast=all').match(/(?:nb|en), (?:ordinary|worst|bare)/g)).toHaveLength(6);
  });

  it('shows one letter, in one language, for one cast', () => {
    const html = page('letter=mail-held&language=en&cast=worst');
    expect(count(html, /<iframe/g)).toBe(2);
    expect(html).toContain('An e-mail must be confirmed');
  });

  it('shows all for words that it does not know', () => {
    expect(count(page('letter=nonsense&cast=bare&language=en'), /<section>/g)).toBeGreaterThan(20);
  });

  it('shows letters as they are in the dark', () => {
    const html = page('theme=dark&letter=reply&cast=ordinary');
    expect(html).toContain('data-theme="dark"');
    expect(html).toContain('name=&quot;color-scheme&quot; content=&quot;dark&quot;');
  });

  it('runs nothing but its own lines, whatever a stranger wrote', () => {
    const { headers, body } = lettersPage(new URLSearchParams('cast=worst&letter=new-inquiry'), defaultPolicy);
    expect(count(String(body), /<script/g)).toBe(1);
    expect(headers?.['content-security-policy']).toMatch(/^default-src 'none'; .*script-src 'sha256-/);
    expect(String(body)).not.toContain('allow-scripts');
  });
});
