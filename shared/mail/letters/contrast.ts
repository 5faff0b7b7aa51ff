/** A colour as `#rrggbb`. */
type Hex = string;

/** Black or white, whichever is the easier to read on the colour: 4.58 to 1 at the least, where WCAG asks for 4.5. */
export const readableOn = (colour: Hex): Hex =>
  contrast(colour, '#000000') >= contrast(colour, '#ffffff') ? '#000000' : '#ffffff';

/** How far apart two colours are, from 1 to 21 (WCAG 2.2, “contrast ratio”). */
export function contrast(one: Hex, other: Hex): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

const luminance = (colour: Hex): number =>
  0.2126 * light(colour.slice(1, 3)) + 0.7152 * light(colour.slice(3, 5)) + 0.0722 * light(colour.slice(5, 7));

function light(hex: string): number {
  const share = Number.parseInt(hex, 16) / 255;
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
}
