import { Button } from '@react-email/button';
import { Link } from '@react-email/link';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { Fragment, type ReactNode } from 'react';
import type { LabelledFact, LinkedFile, Link as Pressed } from './letter-text';
import { button, look } from './look';

// Outlook knows no `white-space`: what an agent has set out in lines and indents is kept by breaks and hard spaces.
export const Lines = ({ text }: { readonly text: string }): ReactNode => text.split(/\r?\n/).map(line);

function line(text: string, place: number): ReactNode {
  return (
    <Fragment key={place}>
      {place > 0 && <br />}
      {text.replace(/^ +/, (indent) => '\u00a0'.repeat(indent.length))}
    </Fragment>
  );
}

export const Facts = ({ facts }: { readonly facts: readonly LabelledFact[] }): ReactNode => (
  <table style={look.table}>
    <tbody>{facts.map(fact)}</tbody>
  </table>
);

/** A row of two cells. */
export function fact({ label, value }: LabelledFact, place: number): ReactNode {
  return (
    <tr key={place}>
      <th scope="row" style={look.label}>
        {label}
      </th>
      <td dir="auto" style={look.value}>
        {value}
      </td>
    </tr>
  );
}

export const Files = ({ text, files }: { readonly text: string; readonly files: readonly LinkedFile[] }): ReactNode => (
  <Text style={look.paragraph}>
    {text}
    {files.map(file)}
  </Text>
);

const file = ({ name, size, href }: LinkedFile, place: number): ReactNode => (
  <Fragment key={place}>
    <br />
    <Link href={href} style={look.link}>
      {name}
    </Link>
    {` (${size})`}
  </Fragment>
);

interface LinksProps {
  readonly links: readonly Pressed[];
  readonly colour: string | undefined;
}

// Where several can be pressed, the vendor's colour shows which one is meant.
export const Links = ({ links, colour }: LinksProps): ReactNode => (
  <Section style={look.links}>
    {links.map((link, place) => pressed(link, place, place === 0 ? colour : undefined))}
  </Section>
);

const pressed = ({ text, href }: Pressed, place: number, colour: string | undefined): ReactNode => (
  <Fragment key={place}>
    {place > 0 && ' '}
    <Button href={href} style={button(colour)}>
      {text}
    </Button>
  </Fragment>
);
