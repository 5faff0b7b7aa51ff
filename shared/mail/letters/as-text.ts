import type { Block, LetterText, Speaker } from './letter-text';

/** The letter as plain text: blocks set apart by an empty line, lines left unwrapped for the reader's client to wrap. */
export function asText({ answerAbove, blocks }: LetterText): string {
  const parts = [...(answerAbove ? [answerAbove] : []), ...blocks.map(blockAsText)];
  return `${parts.join('\n\n')}\n`;
}

function blockAsText(block: Block): string {
  switch (block.is) {
    case 'paragraph':
    case 'fine-print':
      return block.text;
    case 'heading':
      return `${block.text}\n${(block.level === 1 ? '=' : '-').repeat(block.text.length)}`;
    case 'facts':
      return block.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'quote':
      return quoted(block.text, block.by);
    case 'history':
      return [`${block.title}:`, ...block.said.map(({ text, ...by }) => quoted(text, by))].join('\n\n');
    case 'files':
      return [block.text, ...block.files.map(({ name, size, href }) => `${name} (${size}): ${href}`)].join('\n');
    case 'table':
      return tableAsText([block.head, ...block.rows]);
    case 'links':
      return block.links.map(({ text, href }) => `${text}: ${href}`).join('\n');
  }
}

const quoted = (text: string, by?: Speaker): string => `${by ? `${captionOf(by)}:\n` : ''}${text.replace(/^/gm, '> ')}`;

const captionOf = ({ who, when }: Speaker): string => (when ? `${who}, ${when}` : who);

function tableAsText(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>(
    (widest, row) => row.map((cell, i) => Math.max(cell.length, widest[i] ?? 0)),
    [],
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
