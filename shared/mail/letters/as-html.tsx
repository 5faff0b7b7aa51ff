import { Body } from '@react-email/body';
import { Container } from '@react-email/container';
import { Head } from '@react-email/head';
import { Heading } from '@react-email/heading';
import { Hr } from '@react-email/hr';
import { Html } from '@react-email/html';
import { Preview } from '@react-email/preview';
import { Section } from '@react-email/section';
import { Text } from '@react-email/text';
import { Fragment, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import type { Policy } from '../../promises/policy';
import type { Language } from '../../ticket/events';
import { Brand } from './brand';
import { Facts, Files, Lines, Links } from './html-parts';
import { History, Quote } from './html-quotes';
import { Table } from './html-tables';
import type { Block, LetterText } from './letter-text';
import { COLUMN_PIXELS, look } from './look';

/** Whose letter it is and in which language, as its page says. */
export interface Letterhead {
  readonly vendor: Pick<Policy['vendor'], 'name' | 'colour' | 'logo'>;
  readonly language: Language;
}

/** The letter as a page of HTML: one column, nothing from elsewhere but the vendor's logo. Whatever a stranger wrote stays text. */
export const asHtml = (letter: LetterText, letterhead: Letterhead): string =>
  `<!DOCTYPE html>${renderToStaticMarkup(<Page letter={letter} {...letterhead} />)}`;

function Page({ letter, vendor, language }: Letterhead & { readonly letter: LetterText }): ReactNode {
  return (
    <Html lang={language}>
      <Head>
        <title>{letter.subject}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
      </Head>
      <Body style={look.page}>
        <Preview>{beginning(letter.preview)}</Preview>
        <Section style={look.screen}>
          <Container align="left" width={COLUMN_PIXELS} style={look.column}>
            {letter.answerAbove && <Text style={look.marker}>{letter.answerAbove}</Text>}
            <Brand {...vendor} />
            {letter.blocks.map(inItsPlace(vendor.colour))}
          </Container>
        </Section>
      </Body>
    </Html>
  );
}

const PREVIEW_MAX = 140;

// Cut here, so that no emoji is cut in two further on.
const beginning = (text: string): string => text.slice(0, PREVIEW_MAX).replace(/\p{Cs}$/u, '');

const inItsPlace =
  (colour: string | undefined) =>
  (block: Block, place: number): ReactNode => <Fragment key={place}>{blockAsHtml(block, colour)}</Fragment>;

function blockAsHtml(block: Block, colour: string | undefined): ReactNode {
  switch (block.is) {
    case 'paragraph':
      return <Paragraph text={block.text} />;
    case 'heading':
      return <Title level={block.level} text={block.text} />;
    case 'facts':
      return <Facts facts={block.facts} />;
    case 'quote':
      return <Quote text={block.text} by={block.by} />;
    case 'history':
      return <History title={block.title} said={block.said} />;
    case 'files':
      return <Files text={block.text} files={block.files} />;
    case 'table':
      return <Table head={block.head} rows={block.rows} />;
    case 'links':
      return <Links links={block.links} colour={colour} />;
    case 'fine-print':
      return <FinePrint text={block.text} />;
  }
}

interface Written {
  readonly text: string;
}

const Paragraph = ({ text }: Written): ReactNode => (
  <Text dir="auto" style={look.paragraph}>
    <Lines text={text} />
  </Text>
);

const Title = ({ text, level }: Written & { readonly level: 1 | 2 }): ReactNode => (
  <Heading as={`h${level}`} style={level === 1 ? look.title : look.heading}>
    {text}
  </Heading>
);

const FinePrint = ({ text }: Written): ReactNode => (
  <>
    <Hr style={look.rule} />
    <Text style={look.finePrint}>
      <Lines text={text} />
    </Text>
  </>
);
