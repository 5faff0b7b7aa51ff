import fc from 'fast-check';
import { safeHtml } from '../../../shared/mail/safe-html';
import { faultsOf } from './harmless';
import { HOSTILE_HTML } from './hostile-html';
import { expectLinear } from './linear';

const LOGO = 'https://files.example/logo?a=1&b=2';
const imageFor = (contentId: string) => (contentId === 'logo' ? LOGO : undefined);
const safe = (html: string) => safeHtml(html, { imageFor });
const IMAGES = [LOGO.replace('&', '&#38;')];

describe('HTML that means harm', () => {
  it.each(Object.entries(HOSTILE_HTML))('neither runs nor loads anything: %s', (_, html) => {
    const { html: shown } = safe(`<p>Før</p>${html}`);
    expect(faultsOf(shown, IMAGES)).toEqual([]);
    expect(shown).toMatch(/^<p>Før/);
  });

  it('is harmless in any mixture', () => {
    const pieces = fc.array(
      fc.constantFrom(...Object.values(HOSTILE_HTML), 'Hei', '<b>', '</b>', '<', '>', '"', "'", '-->'),
    );
    const cut = fc.tuple(pieces, fc.nat(300), fc.nat(300));
    fc.assert(
      fc.property(cut, ([all, from, length]) => {
        const html = all.join('');
        expect(faultsOf(safe(html.slice(from, from + length)).html, IMAGES)).toEqual([]);
        expect(faultsOf(safe(html).html, IMAGES)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('what is kept of a mail', () => {
  it('is its text, lists, tables and plain styles', () => {
    const mail =
      '<table cellpadding="4" bgcolor="#eeeeee"><tbody><tr><td colspan="2" style="color:#333;font-family:&quot;Segoe UI&quot;, sans-serif">' +
      'Hei <b>Anna</b></td></tr></tbody></table><ul><li>én</li></ul>';
    expect(safe(mail)).toEqual({ html: mail, blocked: 0, whole: true });
  });

  it('is what is written between tags that are not known', () => {
    expect(safe('<o:p>Hei</o:p> <blink>du</blink><center>der</center>').html).toBe('Hei du<center>der</center>');
  });

  it('is a link, which opens beside the page and does not tell where it was', () => {
    expect(safe('<a href="https://kunde.example/?a=1&amp;b=2" onclick="x()">Skjema</a>').html).toBe(
      '<a href="https://kunde.example/?a=1&amp;b=2" rel="noopener noreferrer nofollow" target="_blank">Skjema</a>',
    );
  });

  it('is an image that the mail brings, wherever it shows it', () => {
    const image = `<img src="${IMAGES[0]}" alt="Logo" width="80" />`;
    expect(safe('<img alt=Logo src=cid:logo width=80><img src="CID:%6Cogo" alt=Logo width=80>').html).toBe(
      image + image,
    );
  });

  it('is a small image in the HTML itself', () => {
    expect(safe('<img src="data:image/png;base64,iVBORw0KGgo=">').html).toBe(
      '<img src="data:image/png;base64,iVBORw0KGgo=" alt="" />',
    );
    expect(safe(`<img src="data:image/png;base64,${'A'.repeat(300_000)}">`).html).toBe('<span></span>');
  });

  it('is a text that looks like an image of ours', () => {
    expect(safe('&lt;img src="cid:0"&gt;').html).toBe('&lt;img src="cid:0"&gt;');
  });
});

describe('what is left out', () => {
  it('is an image that the mail does not bring', () => {
    expect(safe('Hei <img src="cid:other" alt="x">du').html).toBe('Hei du');
  });

  it('is whatever would be fetched from elsewhere, and it is counted', () => {
    const mail =
      '<img src="https://a.example/1.png" alt="Vår <kampanje>"><img src="//a.example/2.png"><td background="https://a.example/3">' +
      '<p style="background-image: URL (https://a.example/4)">Hei</p><svg><image href="https://a.example/5"/></svg>';
    expect(safe(mail)).toEqual({
      html: '<span>Vår &lt;kampanje&gt;</span><span></span><td><p>Hei</p></td>',
      blocked: 5,
      whole: true,
    });
  });
});

describe('HTML without measure', () => {
  it('is looked at as far as a megabyte', () => {
    const { html, whole } = safe('<p>Hei</p>'.repeat(150_000));
    expect({ length: html.length, whole }).toEqual({ length: 1_000_000, whole: false });
  });

  it.each(['<div>', '<b></x>', '<table><tr><td>', '<svg><g>', '<li><b>', '<a href="https://x.example">'])(
    'is shown as its text, where it is deeper than any browser goes: %s',
    (tag) => {
      const { html, whole } = safe(`Hei &amp; hallo${tag.repeat(200_000)}`);
      expect({ html: html.slice(0, 20), whole, faults: faultsOf(html, []) }).toEqual({
        html: '<pre>Hei &#38; hallo',
        whole: false,
        faults: [],
      });
    },
  );

  it.each([
    '<p>Hei</p>',
    '</p>',
    '<',
    '&',
    '<img src=x>',
    '<b style="color:red">x</b>',
    '<!--',
    '<![CDATA[',
    '<x y=" ',
  ])('takes a time that grows with its length alone: %s', (piece) => {
    expectLinear(piece, safe);
  });

  it('is shown as its text, where it would grow beyond what an answer holds', () => {
    const { html, whole } = safe('<a href="https://x.example">Hei</a> '.repeat(27_000));
    expect({ whole, short: html.length < 1_500_000, harmless: faultsOf(html, []) }).toEqual({
      whole: false,
      short: true,
      harmless: [],
    });
  });
});
