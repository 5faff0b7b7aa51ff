import { oneLine } from '../repair';

interface Bounds {
  readonly letters: number;
  readonly lines: number;
}

/** How a text begins, within bounds and with nothing in it that hides or turns around what follows; `…` where there is more. */
export function excerpt(text: string, { letters, lines }: Bounds): string {
  // Two units for each letter, and as many again for the blanks that go.
  const tidy = text
    .slice(0, 4 * letters)
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map(oneLine)
    .join('\n');
  const all = tidy
    .replace(/\n{3,}/g, '\n\n')
    .trim()
    .split('\n');
  const most = [...all.slice(0, lines).join('\n')];
  if (most.length > letters) return `${wholeWords(most.slice(0, letters).join(''))} …`;
  return all.length > lines || text.length > 4 * letters ? `${most.join('')} …` : most.join('');
}

const wholeWords = (text: string): string => text.replace(/\s+\S{0,20}$/u, '').trimEnd();
