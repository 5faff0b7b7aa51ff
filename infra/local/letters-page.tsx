import { createHash } from 'node:crypto';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import * as z from 'zod';
import { type LetterText, paragraph } from '../../shared/mail/letters/letter-text';
import { textMessage, writeLetter } from '../../shared/mail/letters/letters';
import type { Policy } from '../../shared/promises/policy';
import { LANGUAGES } from '../../shared/promises/say';
import { CASTS } from './letter-cast';
import { Forms } from './letter-forms';
import { SAMPLES } from './letter-samples';
import type { Scene } from './letter-scene';
import { SAMPLE_STAFF, type Staging, ticketAfter } from './letter-stage';
import { VARIANTS } from './letter-variants';
import { lettersCss } from './letters-css';
import { REPORTS } from './report-samples';
import type { HttpResponse } from './stand-in-server';

const SCENES = { ...SAMPLES, ...VARIANTS };
type Name = keyof typeof SCENES | keyof typeof REPORTS;
const NAMES = [...keysOf(SCENES), ...keysOf(REPORTS)] as const;
const CAST_NAMES = keysOf(CASTS);

/** What may be chosen, and what is shown where nothing is. */
const CHOICES = {
  language: ['all', ...LANGUAGES],
  cast: ['all', ...CAST_NAMES],
  theme: ['light', 'dark'],
  letter: ['all', ...NAMES],
} as const;
const shown = z.object({
  language: z.enum(CHOICES.language).catch('all'),
  cast: z.enum(CHOICES.cast).catch('ordinary'),
  theme: z.enum(CHOICES.theme).catch('light'),
  letter: z.enum(CHOICES.letter).catch('all'),
});
type Shown = z.output<typeof shown>;

/** Every letter there is, as it is read on a phone, on a desk and as text. */
export function lettersPage(query: URLSearchParams, policy: Policy): HttpResponse {
  const wanted = shown.parse(Object.fromEntries(query));
  return {
    status: 200,
    headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': CONTENT_POLICY },
    body: documentOf(renderToStaticMarkup(<Page shown={wanted} policy={policy} />), wanted),
  };
}

const documentOf = (body: string, { theme }: Shown): string => `<!DOCTYPE html><html lang="en" data-theme="${theme}">
<head><title>Letters</title><meta name="viewport" content="width=device-width, initial-scale=1"><style>${lettersCss}</style></head>
<body>${body}<script>${FIT}</script></body></html>`;

// A frame runs nothing and reaches nothing; the page alone measures how high its letter is.
const FIT = `for (const frame of document.querySelectorAll('iframe')) {
  const fit = () => { frame.style.height = frame.contentDocument.documentElement.scrollHeight + 2 + 'px'; };
  for (const target of [frame, window]) target.addEventListener('load', fit);
}`;
const CONTENT_POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  `script-src 'sha256-${createHash('sha256').update(FIT).digest('base64')}'`,
  'img-src https:',
].join('; ');

interface InPage {
  readonly shown: Shown;
  readonly policy: Policy;
}

function Page({ shown, policy }: InPage): ReactNode {
  return (
    <>
      <h1>Letters</h1>
      {keysOf(CHOICES).map((of) => (
        <Choice key={of} of={of} shown={shown} />
      ))}
      {chosen(shown.letter, NAMES).map((name) => (
        <section key={name}>
          <h2>{name}</h2>
          {stagings(shown, policy).map((staged) => (
            <Forms key={staged.key} letter={written(name, staged)} staged={staged} theme={shown.theme} />
          ))}
        </section>
      ))}
    </>
  );
}

const Choice = ({ of, shown }: { readonly of: keyof Shown; readonly shown: Shown }): ReactNode => (
  <nav aria-label={of}>
    <span>{of}:</span>
    {CHOICES[of].map((choice) => (
      <a
        key={choice}
        href={`?${new URLSearchParams({ ...shown, [of]: choice })}`}
        aria-current={shown[of] === choice || undefined}
      >
        {choice}
      </a>
    ))}
  </nav>
);

const chosen = <T extends string>(choice: T | 'all', among: readonly T[]): readonly T[] =>
  choice === 'all' ? among : [choice];

interface Staged extends Staging {
  readonly key: string;
}

const stagings = ({ language, cast }: Shown, policy: Policy): Staged[] =>
  chosen(language, LANGUAGES).flatMap((language) =>
    chosen(cast, CAST_NAMES).map((name) => ({
      key: `${language}, ${name}`,
      cast: CASTS[name],
      language,
      policy: { ...policy, languages: [language] },
    })),
  );

function written(name: Name, staging: Staging): LetterText {
  if (isReport(name)) return REPORTS[name](staging);
  const scene: Scene = SCENES[name](staging);
  const { letter, happened, opening, writing: otherwise } = scene;
  const writing = { policy: staging.policy, staff: SAMPLE_STAFF, events: happened, ...otherwise };
  const ticket = ticketAfter(happened, staging, opening);
  return letter.letter === 'text-message' ? asSms(textMessage(ticket, writing)) : writeLetter(letter, ticket, writing);
}

const asSms = (text: string): LetterText => ({ subject: 'SMS', preview: text, blocks: [paragraph(text)] });

const isReport = (name: Name): name is keyof typeof REPORTS => name in REPORTS;

function keysOf<K extends string>(record: Readonly<Record<K, unknown>>): readonly K[] {
  return Object.keys(record) as K[];
}
