import type { ReactNode } from 'react';
import { asHtml } from '../../shared/mail/letters/as-html';
import { asText } from '../../shared/mail/letters/as-text';
import type { LetterText } from '../../shared/mail/letters/letter-text';
import type { Staging } from './letter-stage';

interface FormsProps {
  readonly letter: LetterText;
  readonly staged: Staging & { readonly key: string };
  readonly theme: 'light' | 'dark';
}

/** A letter as a client lists it, on a phone, on a desk and as text. */
export function Forms({ letter, staged, theme }: FormsProps): ReactNode {
  const html = asHtml(letter, { vendor: staged.policy.vendor, language: staged.language });
  const themed = html.replace('content="light dark"', `content="${theme}"`);
  return (
    <article>
      <p className="envelope">
        {staged.key}
        <b>{letter.subject}</b>
        <span>{letter.preview}</span>
      </p>
      <div className="forms">
        {WIDTHS.map((width) => (
          <Frame key={width} width={width} title={`${letter.subject}, ${width} pixels`} html={themed} />
        ))}
        <pre>{asText(letter)}</pre>
      </div>
    </article>
  );
}

const WIDTHS = [360, 660] as const;

const Frame = ({ width, title, html }: { readonly width: number; readonly title: string; readonly html: string }) => (
  <iframe title={title} srcDoc={html} sandbox="allow-same-origin" loading="lazy" style={{ width: `${width}px` }} />
);
