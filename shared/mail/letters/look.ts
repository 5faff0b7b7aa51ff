import type { CSSProperties } from 'react';
import { readableOn } from './contrast';

// One look for every letter. Text, links and background are the client's own, so that dark mode needs no second
// palette; what has a colour of the vendor's brings the colour of its text along. What Outlook ignores (opacity,
// maxWidth, radius) costs no legibility.
const RULE = '1px solid #8c8c8c';

// Words of ours fit a phone, and are never broken.
const UNBROKEN = { overflowWrap: 'normal', wordBreak: 'normal' } as const;

/** Outlook goes by the attribute, everybody else shrinks with the screen. */
export const COLUMN_PIXELS = 600;

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
  screen: { width: '100%', tableLayout: 'fixed' },
  column: { maxWidth: '100%', textAlign: 'left' },
  marker: { fontSize: '13px', lineHeight: '20px', margin: '0 0 12px', opacity: 0.75 },
  gap: { height: '20px', fontSize: '1px', lineHeight: '20px' },
  plate: { padding: '8px 12px', backgroundColor: '#ebebeb', borderRadius: '4px' },
  logo: { color: '#000000', fontSize: '16px', fontWeight: 'bold', height: '32px', width: 'auto', maxWidth: '100%' },
  paragraph: { fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' },
  links: { margin: '0 0 8px' },
  title: { fontSize: '22px', lineHeight: '28px', margin: '0 0 16px' },
  heading: { fontSize: '18px', lineHeight: '24px', margin: '24px 0 8px' },
  caption: { fontSize: '14px', lineHeight: '20px', margin: '0 0 4px', opacity: 0.75 },
  quote: { margin: '0 0 16px', padding: '0 0 0 12px', borderLeft: '3px solid #8c8c8c', textAlign: 'start' },
  earlier: {
    margin: '0 0 16px',
    padding: '0 0 0 12px',
    borderLeft: '3px solid #8c8c8c',
    textAlign: 'start',
    fontSize: '14px',
    lineHeight: '20px',
    opacity: 0.85,
  },
  earlierTitle: { fontSize: '14px', lineHeight: '20px', fontWeight: 'bold', margin: '0 0 12px', opacity: 0.75 },
  table: { width: '100%', borderCollapse: 'collapse', margin: '0 0 16px', fontSize: '16px', lineHeight: '24px' },
  label: {
    ...UNBROKEN,
    padding: '2px 16px 2px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'normal',
    opacity: 0.75,
  },
  value: { padding: '2px 0', textAlign: 'left', verticalAlign: 'top', width: '65%' },
  columnHead: {
    ...UNBROKEN,
    padding: '4px 12px 4px 0',
    textAlign: 'left',
    verticalAlign: 'bottom',
    borderBottom: RULE,
  },
  cell: {
    padding: '4px 12px 4px 0',
    textAlign: 'left',
    verticalAlign: 'top',
    fontWeight: 'normal',
    borderBottom: RULE,
  },
  listedName: { padding: '8px 0 2px', textAlign: 'left', borderTop: RULE },
  link: { color: 'inherit', textDecoration: 'underline' },
  rule: { borderTop: RULE, margin: '24px 0 12px' },
  finePrint: { fontSize: '13px', lineHeight: '20px', margin: '0 0 8px', opacity: 0.75 },
} as const satisfies Record<string, CSSProperties>;

const BUTTON: CSSProperties = {
  margin: '0 4px 8px 0',
  padding: '10px 16px',
  border: RULE,
  borderRadius: '4px',
  fontSize: '16px',
  color: 'inherit',
};

/** A way in. On the vendor's colour its text is black or white; the rule around it shows where it ends on any background. */
export const button = (colour: string | undefined): CSSProperties =>
  colour ? { ...BUTTON, backgroundColor: colour, color: readableOn(colour) } : BUTTON;

/** Whose letter it is, on a line of the vendor's colour. */
export const letterhead = (colour: string | undefined): CSSProperties => ({
  padding: '0 0 8px',
  borderBottom: `3px solid ${colour ?? '#8c8c8c'}`,
  fontSize: '16px',
  lineHeight: '24px',
  fontWeight: 'bold',
});
