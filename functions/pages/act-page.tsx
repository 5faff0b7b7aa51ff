import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import type { LinkedTicket } from '../../shared/desk/act-by-link';
import { ACT } from '../../shared/desk/act-links';
import type { Language } from '../../shared/promises/say';
import type { AgentId } from '../../shared/ticket/ids';
import { actCss } from './act-css';
import { effectOf, nameOf, newsOf, ticketFacts } from './act-news';
import { ACT_WORDS } from './act-words';
import type { Closed } from './closed-link-page';
import { documentOf } from './document';

/** The page sends its form to us and does nothing else: nothing runs on it, and it loads nothing. */
export const ACT_PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(actCss).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const REASON_LETTERS_MAX = 2_000;

/** How the page is asked for: by which link, and in which of the desk's languages. */
export interface Asked {
  readonly token: string;
  readonly language: Language;
  readonly languages: readonly Language[];
  /** What the form was sent without. */
  readonly lacks?: 'agent' | 'reason' | undefined;
}

/** What a link would do, with the button that does it; or who has done it, or why nobody can. */
export function actPage(linked: LinkedTicket, asked: Asked): string {
  const { standing, act } = linked;
  const { language } = asked;
  const { title } = ACT_WORDS[language].acts[act];
  const rest =
    standing.is === 'to-do' ? (
      <Form linked={linked} by={standing.by} asked={asked} />
    ) : (
      <p className="news">{newsOf(linked, standing, language)}</p>
    );
  return documentOf(
    <Page asked={asked} title={`${title} (${linked.ticket})`}>
      <h1>{title}</h1>
      <Facts linked={linked} language={language} />
      {rest}
    </Page>,
  );
}

/** Why a link does nothing. */
export function closedActPage(why: Closed, asked: Asked): string {
  const { title, advice } = ACT_WORDS[asked.language].closed[why];
  return documentOf(
    <Page asked={asked} title={title}>
      <h1>{title}</h1>
      <p>{advice}</p>
    </Page>,
  );
}

interface InPage {
  readonly asked: Asked;
}

interface PageProps extends InPage {
  readonly title: string;
  readonly children: ReactNode;
}

const Page = ({ asked, title, children }: PageProps): ReactNode => (
  <html lang={asked.language}>
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="robots" content="noindex" />
      <style>{actCss}</style>
    </head>
    <body>
      <Languages asked={asked} />
      <main>{children}</main>
    </body>
  </html>
);

function Languages({ asked: { token, language, languages } }: InPage): ReactNode {
  if (languages.length < 2) return null;
  const others = languages.filter((other) => other !== language);
  return (
    <nav aria-label={ACT_WORDS[language].languages}>
      {others.map((other) => (
        <a key={other} lang={other} hrefLang={other} href={`${ACT}?${new URLSearchParams({ token, language: other })}`}>
          {ACT_WORDS[other].language}
        </a>
      ))}
    </nav>
  );
}

const Facts = ({ linked, language }: { readonly linked: LinkedTicket; readonly language: Language }): ReactNode => (
  <dl>
    {ticketFacts(linked, language).map(([label, value]) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

interface InForm extends InPage {
  readonly linked: LinkedTicket;
}

function Form({ linked, by, asked }: InForm & { readonly by: readonly AgentId[] }): ReactNode {
  const { act, agent } = linked;
  const { token, language } = asked;
  const words = ACT_WORDS[language];
  return (
    <form method="post" action={ACT}>
      <p>{effectOf(linked, language)}</p>
      {agent === undefined && <Who linked={linked} by={by} asked={asked} />}
      {act === 'dismiss' && <Reason linked={linked} asked={asked} />}
      <input type="hidden" name="token" value={token} />
      <input type="hidden" name="language" value={language} />
      {agent !== undefined && <input type="hidden" name="agent" value={agent} />}
      <button type="submit">{words.acts[act].button}</button>
      {agent !== undefined && <p className="quiet">{words.as(nameOf(agent, linked))}</p>}
    </form>
  );
}

/** Whoever the letter went to says which of them they are. */
function Who({ linked, by, asked: { language, lacks } }: InForm & { readonly by: readonly AgentId[] }): ReactNode {
  const { who, whoMissing } = ACT_WORDS[language];
  return (
    <fieldset>
      <legend>{who}</legend>
      {lacks === 'agent' && <p className="fault">{whoMissing}</p>}
      {by.map((agent) => (
        <label key={agent}>
          <input type="radio" name="agent" value={agent} required /> {nameOf(agent, linked)}
        </label>
      ))}
    </fieldset>
  );
}

function Reason({ linked, asked: { language, lacks } }: InForm): ReactNode {
  const { reason, reasonMissing, usualReason } = ACT_WORDS[language];
  return (
    <>
      <label htmlFor="reason">{reason}</label>
      {lacks === 'reason' && (
        <p className="fault" id="fault">
          {reasonMissing}
        </p>
      )}
      <textarea
        id="reason"
        name="reason"
        required
        maxLength={REASON_LETTERS_MAX}
        defaultValue={usualReason[linked.on.suspected?.of ?? 'critical']}
        aria-describedby={lacks === 'reason' ? 'fault' : undefined}
      />
    </>
  );
}
