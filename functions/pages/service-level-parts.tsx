import type { ReactNode } from 'react';
import type { Instant } from '../../shared/promises/instant';
import type { Policy } from '../../shared/promises/policy';
import type { Language, Words } from '../../shared/promises/say';
import type { YearShown } from './service-level';
import type { WORDS } from './service-level-words';

/** What a page is made from: the version in force, and this and the next year. */
export interface Shown {
  readonly policy: Policy;
  readonly years: readonly YearShown[];
  readonly now: Instant;
  readonly language: Language;
  readonly words: (typeof WORDS)[Language];
}

export interface InPage {
  readonly shown: Shown;
}

interface Titled {
  readonly id: string;
  readonly title: string;
  readonly children?: ReactNode;
}

export const Section = ({ id, title, children }: Titled): ReactNode => (
  <section id={id} aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <div className="content">{children}</div>
  </section>
);

/** A section of the policy's own words; what a vendor says nothing of is left out with its heading. */
export function TextSection({
  texts,
  shown,
  children,
  ...titled
}: Titled & InPage & { readonly texts: readonly Words[] }) {
  if (texts.length === 0) return null;
  return (
    <Section {...titled}>
      <Paragraphs texts={texts} language={shown.language} />
      {children}
    </Section>
  );
}

export const Paragraphs = ({ texts, language }: { texts: readonly Words[]; language: Language }): ReactNode =>
  texts.map((text) => <p key={text[language]}>{text[language]}</p>);

export type Pair = readonly [term: string, description: string];

export const Pairs = ({ pairs }: { readonly pairs: readonly Pair[] }): ReactNode => (
  <dl className="pairs">
    {pairs.map(([term, description]) => (
      <div key={term}>
        <dt>{term}</dt>
        <dd>{description}</dd>
      </div>
    ))}
  </dl>
);
