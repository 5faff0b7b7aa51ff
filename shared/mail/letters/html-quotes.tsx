import { Hr } from '@react-email/hr';
import { Text } from '@react-email/text';
import { Fragment, type ReactNode } from 'react';
import { Lines } from './html-parts';
import type { Said, Speaker } from './letter-text';
import { look } from './look';

interface QuoteProps {
  readonly text: string;
  readonly by?: Speaker | undefined;
}

// What is written from right to left is set so, and turns nothing else around.
export const Quote = ({ text, by }: QuoteProps): ReactNode => (
  <>
    {by && <Caption {...by} />}
    <blockquote dir="auto" style={look.quote}>
      <Lines text={text} />
    </blockquote>
  </>
);

const Caption = ({ who, when }: Speaker): ReactNode => (
  <Text style={look.caption}>
    <bdi>{who}</bdi>
    {when && `, ${when}`}:
  </Text>
);

/** What was said before, under a quiet rule. */
export const History = ({ title, said }: { readonly title: string; readonly said: readonly Said[] }): ReactNode => (
  <>
    <Hr style={look.rule} />
    <Text style={look.earlierTitle}>{title}</Text>
    {said.map(earlier)}
  </>
);

const earlier = ({ text, ...by }: Said, place: number): ReactNode => (
  <Fragment key={place}>
    <Caption {...by} />
    <blockquote dir="auto" style={look.earlier}>
      <Lines text={text} />
    </blockquote>
  </Fragment>
);
