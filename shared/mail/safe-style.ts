/** A declaration that says more is no mail's. */
const STYLE_MAX = 5_000;

/**
 * What of a `style` attribute only sets the text: colours, fonts, measures and lines. Nothing that loads, hides, floats
 * over what stands beside it, or moves.
 */
export const safeStyle = (style: string): string =>
  style
    .slice(0, STYLE_MAX)
    .split(';')
    .map(declarationIn)
    .filter(([property, value]) => PROPERTIES.get(property)?.test(value) && isPlain(value))
    .map((declaration) => declaration.join(':'))
    .join(';');

function declarationIn(text: string): [property: string, value: string] {
  const colon = text.indexOf(':');
  return [text.slice(0, Math.max(colon, 0)).trim().toLowerCase(), text.slice(colon + 1).trim()];
}

// Letters, numbers, quotes and colour functions: no address, escape or comment is written with these. What is
// negative moves a thing over its neighbours.
const isPlain = (value: string): boolean =>
  /^[\w\s#%.,()'"!-]{1,200}$/.test(value) &&
  !/(?<!\w)-[\d.]/.test(value) &&
  [...value.matchAll(/([\w-]*)\s*\(/g)].every(([, name = '']) => /^(rgb|hsl)a?$/i.test(name));

const ANY = /./;
const SIDES = ['', '-top', '-right', '-bottom', '-left'];

const PROPERTIES: ReadonlyMap<string, RegExp> = new Map([
  ...['color', 'background', 'background-color', 'border-color', 'border-collapse', 'border-spacing', 'border-radius']
    .concat(['font', 'font-family', 'font-size', 'font-style', 'font-variant', 'font-weight', 'line-height'])
    .concat(['letter-spacing', 'word-spacing', 'text-align', 'text-decoration', 'text-indent', 'text-transform'])
    .concat(['vertical-align', 'white-space', 'word-break', 'word-wrap', 'overflow-wrap', 'direction', 'unicode-bidi'])
    .concat(['width', 'max-width', 'min-width', 'height', 'list-style', 'list-style-type', 'table-layout'])
    .concat(SIDES.flatMap((side) => [`margin${side}`, `padding${side}`, `border${side}`, `border${side}-width`]))
    .concat(SIDES.flatMap((side) => [`border${side}-style`, `border${side}-color`]))
    .map((property) => [property, ANY] as const),
  ['display', /^(block|inline|inline-block|list-item|table|table-row|table-cell)$/i],
]);
