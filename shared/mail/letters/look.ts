import type { CSSProperties } from 'react';

// One look for every letter. No colour but the rules' mid-grey: text, links and background are the client's own,
// so that dark mode needs no second palette, and what Outlook ignores (opacity, maxWidth) costs no legibility.
const RULE = '1px solid #8c8c8c';

export const look = {
  page: {
    margin: 0,
    padding: '16px',
    fontFamily: '-apple-system, "Segoe UI", Roboto, Helvetica, Arial, sans-serif',
    fontSize: '16px',
    lineHeight: '24px',
    overflowWrap: 'anywhere',
    wordBreak: 'break-word',
  },
  column: { width: '100%', maxWidth: '600px' },
  aside: { fontSize: '14px', lineHeight: '20px', marginTop: 0, opacity: 0.75 },
  paragraph: { fontSize: '16px', lineHeight: '24px', marginTop: 0, marginBottom: '16px' },
  title: { fontSize: '22px', lineHeight: '28px', margin: '0 0 16px' },
  heading: { fontSize: '18px', lineHeight: '24px', margin: '24px 0 8px' },
  quote: { margin: '0 0 16px', padding: '0 0 0 12px', borderLeft: '3px solid #8c8c8c' },
  table: { width: '100%', borderCollapse: 'collapse', margin: '0 0 16px', fontSize: '16px', lineHeight: '24px' },
  label: { padding: '2px 16px 2px 0', textAlign: 'left', verticalAlign: 'top', fontWeight: 'normal', opacity: 0.75 },
  value: { padding: '2px 0', textAlign: 'left', verticalAlign: 'top', width: '65%' },
  columnHead: { padding: '4px 12px 4px 0', textAlign: 'left', verticalAlign: 'bottom', borderBottom: RULE },
  cell: {
    padding: '4px 12px 4px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'normal',
    borderBottom: RULE,
  },
  button: { padding: '10px 16px', border: RULE, borderRadius: '4px', color: 'inherit', fontSize: '16px' },
  rule: { borderTop: RULE, margin: '24px 0 12px' },
  finePrint: { fontSize: '13px', lineHeight: '20px', marginTop: 0, marginBottom: '8px', opacity: 0.75 },
} as const satisfies Record<string, CSSProperties>;
