const QUOTE = /^>*/;
const SIGNATURE = '-- ';

/** Text whose lines were broken to fit (RFC 3676), as its paragraphs. Only lines of one quote are joined. */
export function unflow(text: string, spacesWereAdded: boolean): string {
  const paragraphs: { readonly quote: string; readonly pieces: string[] }[] = [];
  let goesOn = false;
  for (const line of text.split(/\r?\n/)) {
    const quote = QUOTE.exec(line)?.[0] ?? '';
    const words = unstuffed(line.slice(quote.length));
    const open = goesOn && words !== SIGNATURE ? paragraphs.at(-1) : undefined;
    goesOn = words.endsWith(' ') && words !== SIGNATURE;
    const piece = goesOn && spacesWereAdded ? words.slice(0, -1) : words;
    if (open?.quote === quote) open.pieces.push(piece);
    else paragraphs.push({ quote, pieces: [piece] });
  }
  return paragraphs.map(({ quote, pieces }) => `${quote && `${quote} `}${pieces.join('')}`).join('\n');
}

const unstuffed = (line: string): string => (line.startsWith(' ') ? line.slice(1) : line);
