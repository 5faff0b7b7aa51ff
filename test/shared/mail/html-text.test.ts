import fc from 'fast-check';
import { htmlToText } from '../../../shared/mail/html-text';
import { expectLinear } from './linear';

it.each([
  ['paragraphs', '<p>Hei,</p><p>det virker<br>ikke.</p>', 'Hei,\n\ndet virker\nikke.'],
  ['blocks', '<div>a</div><div><br></div><div>b</div>', 'a\n\nb'],
  ['spaces', '<p>  a\n   b </p>   <p>c</p>', 'a b\n\nc'],
  ['lists', '<ul><li>a</li><li>b</li></ul>', '- a\n- b'],
  ['tables', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a b\nc'],
  ['what is laid out', '<pre>a\n  b</pre>', 'a\n  b'],
  [
    'quotes',
    '<p>a</p><blockquote type="cite">b<blockquote type="cite">c</blockquote></blockquote>d',
    'a\n\n> b\n>\n>> c\n\nd',
  ],
  ['indents as no quotes', '<blockquote style="margin-left:1em">a</blockquote>', 'a'],
  ['links', '<a href="https://a.example/?x=1&amp;y=2">her</a>', 'her <https://a.example/?x=1&y=2>'],
  ['links that say their address', '<a href="https://a.example/">a.example</a>', 'a.example'],
  ['entities', 'p&aring; &#230;&#xF8;&#146;&euro;&ukjent; &amp;lt;', 'på æø’€&ukjent; &lt;'],
  ['signs that are no tags', '1 < 2 > 0 <3', '1 < 2 > 0 <3'],
  ['an angle bracket in a quoted attribute', '<img alt="a > b">c', 'c'],
])('%s become text', (_, html, text) => expect(htmlToText(html)).toBe(text));

it.each([
  ['a comment', 'a<!-- <p>x</p> -->b'],
  ['a style', 'a<style>p > a { }</style>b'],
  ['a script', "a<script>'<p>x</p>'</script>b"],
  ['a title', '<title>x</title>ab'],
])('%s is left out', (_, html) => expect(htmlToText(html)).toBe('ab'));

it('any HTML is read without an exception', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '"',
    "'",
    '<a href="',
    '<p',
    '</',
    '<!--',
    '-->',
    '<style>',
    '&#',
    '&amp',
    'x',
    ' ',
    '<blockquote type=cite>',
  );
  fc.assert(fc.property(fc.array(piece), (pieces) => void htmlToText(pieces.join(''))));
});

it.each([
  '<div>',
  '<b>x',
  '</i>',
  '<p> ',
  '<a ">" ',
  '<a "',
  '<!-',
  '<style>',
  '&amp;',
  '<blockquote type=cite>x',
  '<a href="http://x">y</a>',
])('takes time in proportion to the HTML, if it is %s again and again', (piece) => expectLinear(piece, htmlToText));
