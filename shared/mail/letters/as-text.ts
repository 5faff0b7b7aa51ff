import type { Block, LetterText } from './letter-text';

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
      return block.text.replace(/^/gm, '> ');
    case 'table':
      return tableAsText([block.head, ...block.rows]);
    case 'link':
      return `${block.text}: ${block.href}`;
  }
}

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
