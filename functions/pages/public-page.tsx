import type { ReactNode } from 'react';
import type { Policy } from '../../shared/promises/policy';
import type { Language } from '../../shared/promises/say';
import { STYLESHEET } from './service-level';

/** What each of the pages for anybody says of itself. */
export interface PageWords {
  readonly title: string;
  readonly skip: string;
  /** What the choice of languages is called, and the language itself. */
  readonly languages: string;
  readonly language: string;
}

interface PublicPage {
  readonly policy: Policy;
  readonly language: Language;
  readonly words: Readonly<Record<Language, PageWords>>;
  /** Where the same page is in another language. */
  readonly pathIn: (language: Language) => string;
  /** What else its head names. */
  readonly links?: ReactNode;
  readonly footer: ReactNode;
  readonly children: ReactNode;
}

/** The frame of the pages that anybody may read: whose they are, in which languages, and the way past that. */
export const PublicPage = ({ children, footer, links, ...framed }: PublicPage): ReactNode => {
  const { policy, language, words, pathIn } = framed;
  const { title, skip } = words[language];
  return (
    <html lang={language}>
      <head>
        <meta charSet="utf-8" />
        <title>{`${title} – ${policy.vendor.name}`}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <link rel="stylesheet" href={STYLESHEET} />
        {policy.languages.map((other) => (
          <link key={other} rel="alternate" hrefLang={other} href={pathIn(other)} />
        ))}
        {links}
      </head>
      <body>
        <a className="skip" href="#content">
          {skip}
        </a>
        <Masthead {...framed} />
        <main id="content">{children}</main>
        {footer}
      </body>
    </html>
  );
};

const Masthead = ({
  policy,
  language,
  words,
  pathIn,
}: Omit<PublicPage, 'children' | 'footer' | 'links'>): ReactNode => (
  <header className="masthead">
    <p>{policy.vendor.name}</p>
    {policy.languages.length > 1 && (
      <nav aria-label={words[language].languages}>
        {policy.languages
          .filter((other) => other !== language)
          .map((other) => (
            <a key={other} lang={other} hrefLang={other} href={pathIn(other)}>
              {words[other].language}
            </a>
          ))}
      </nav>
    )}
  </header>
);
