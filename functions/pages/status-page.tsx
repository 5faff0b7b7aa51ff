import { Fragment, type ReactNode } from 'react';
import type { StatusEntry } from '../../shared/desk/ports';
import { DAY, type Instant } from '../../shared/promises/instant';
import type { Policy } from '../../shared/promises/policy';
import { type Language, sayInstant } from '../../shared/promises/say';
import { documentOf } from './document';
import { PublicPage } from './public-page';
import { capitalized, PAGES } from './service-level';
import { Section } from './service-level-parts';
import { STATUS_WORDS } from './status-words';

export const STATUS = '/status';

/** The page speaks the policy's first language unless it is asked for another. */
const pathIn = (language: Language, { languages }: Policy): string =>
  language === languages[0] ? STATUS : `${STATUS}?language=${language}`;

/** How long what was solved is still shown. */
const SHOWN_FOR = 30 * DAY;

interface Shown {
  readonly policy: Policy;
  readonly now: Instant;
  readonly language: Language;
  readonly words: (typeof STATUS_WORDS)[Language];
  /** The newest first. */
  readonly open: readonly StatusEntry[];
  readonly solved: readonly StatusEntry[];
}

interface InPage {
  readonly shown: Shown;
}

/** What has been published of incidents, as a page of HTML: those that go on, then what was solved in the last 30 days. */
export function statusPage(entries: readonly StatusEntry[], policy: Policy, now: Instant, language: Language): string {
  const newestFirst = entries.toSorted((one, other) => other.publishedAt - one.publishedAt);
  const open = newestFirst.filter(({ resolvedAt }) => resolvedAt === undefined);
  const solved = newestFirst.filter(({ resolvedAt }) => resolvedAt !== undefined && now - resolvedAt < SHOWN_FOR);
  return documentOf(<Page shown={{ policy, now, language, words: STATUS_WORDS[language], open, solved }} />);
}

const Page = ({ shown }: InPage): ReactNode => {
  const { policy, language, words, open, solved } = shown;
  return (
    <PublicPage
      policy={policy}
      language={language}
      words={STATUS_WORDS}
      pathIn={(other) => pathIn(other, policy)}
      footer={<Footer shown={shown} />}
    >
      <Opening shown={shown} />
      <Incidents id="open" title={words.open} entries={open} shown={shown} />
      <Incidents id="solved" title={words.solved} entries={solved} shown={shown} />
    </PublicPage>
  );
};

const Footer = ({ shown: { policy, language, words } }: InPage): ReactNode => (
  <footer>
    <p>{policy.vendor.name}</p>
    <p>
      <a href={PAGES[language]}>{words.serviceLevel}</a>
    </p>
  </footer>
);

const Opening = ({ shown: { words, open } }: InPage): ReactNode => (
  <div className="opening">
    <h1>{words.title}</h1>
    <p className={`status ${open.length > 0 ? 'closed' : 'open'}`}>
      {open.length > 0 ? words.ongoing(open.length) : words.allWell}
    </p>
  </div>
);

interface Listed extends InPage {
  readonly id: string;
  readonly title: string;
  readonly entries: readonly StatusEntry[];
}

const Incidents = ({ id, title, entries, shown }: Listed): ReactNode =>
  entries.length > 0 && (
    <Section id={id} title={title}>
      {entries.map((entry) => (
        <IncidentShown key={`${entry.publishedAt} ${entry.text}`} entry={entry} shown={shown} />
      ))}
    </Section>
  );

function IncidentShown({ entry, shown }: InPage & { readonly entry: StatusEntry }): ReactNode {
  const { policy, now, language, words } = shown;
  const { text, publishedAt, resolvedAt } = entry;
  const when = (at: Instant) => sayInstant(at, policy, language, { relativeTo: now });
  return (
    <>
      <h3>{capitalized(when(publishedAt))}</h3>
      {text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph}>
          <Lines text={paragraph} />
        </p>
      ))}
      {resolvedAt !== undefined && <p className="aside">{words.solvedAt(when(resolvedAt))}</p>}
    </>
  );
}

const Lines = ({ text }: { readonly text: string }): ReactNode =>
  text.split('\n').map((line, n) => (
    <Fragment key={line}>
      {n > 0 && <br />}
      {line}
    </Fragment>
  ));
