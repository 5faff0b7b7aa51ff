import type { ReactNode } from 'react';
import type { Instant } from '../../shared/promises/instant';
import type { Policies } from '../../shared/promises/policies';
import { hasDowntime, maintenanceInWords, priceInWords, reopeningInWords } from '../../shared/promises/rules-in-words';
import { type Language, sayDay } from '../../shared/promises/say';
import { ClosedDaysSection, hasClosedDays, Subscribe } from './closed-days-section';
import { documentOf } from './document';
import { HoursSection, OpenNow } from './hours-section';
import { KindsTable } from './kinds-table';
import { PublicPage } from './public-page';
import { feedPath, PAGES, yearsShown } from './service-level';
import { type InPage, type Pair, Pairs, Paragraphs, Section, TextSection } from './service-level-parts';
import { WORDS } from './service-level-words';

/**
 * The published promise as a page of HTML: all that it says is made from the version in force, but for the days of this
 * and the next year, which are those of the version in force on each.
 */
export function serviceLevelPage(policies: Policies, now: Instant, language: Language): string {
  const [policy, years] = [policies.inForce(now), yearsShown(policies, now)];
  return documentOf(<Page shown={{ policy, years, now, language, words: WORDS[language] }} />);
}

const Page = ({ shown }: InPage): ReactNode => {
  const { policy, language, words } = shown;
  return (
    <PublicPage
      policy={policy}
      language={language}
      words={WORDS}
      pathIn={(other) => PAGES[other]}
      links={<link rel="alternate" type="text/calendar" href={feedPath(policy, language)} title={words.closedDays} />}
      footer={<Version shown={shown} />}
    >
      <Opening shown={shown} />
      <HowWeHelp shown={shown} />
      <WhatItRestsOn shown={shown} />
    </PublicPage>
  );
};

const Opening = ({ shown }: InPage): ReactNode => (
  <div className="opening">
    <p className="eyebrow">{shown.words.title}</p>
    <h1>{shown.words.heading}</h1>
    <Paragraphs texts={shown.policy.published.introduction} language={shown.language} />
    <OpenNow shown={shown} />
  </div>
);

const HowWeHelp = ({ shown }: InPage): ReactNode => (
  <>
    <HoursSection shown={shown} />
    {hasClosedDays(shown) && <ClosedDaysSection shown={shown} />}
    <Section id="begin" title={shown.words.begin}>
      <KindsTable shown={shown} />
    </Section>
    <Levels shown={shown} />
    <TextSection
      id="escalation"
      title={shown.words.escalation}
      texts={shown.policy.published.escalation}
      shown={shown}
    />
    <Section id="solved" title={shown.words.solved}>
      <p>{reopeningInWords(shown.policy, shown.language)}</p>
    </Section>
  </>
);

function Levels({ shown: { policy, language, words } }: InPage): ReactNode {
  const { levels } = policy.published;
  if (levels.length === 0) return null;
  const pairs = levels.map(({ name, does }): Pair => [name[language], does[language]]);
  return (
    <Section id="levels" title={words.levels}>
      <Pairs pairs={pairs} />
    </Section>
  );
}

const WhatItRestsOn = ({ shown }: InPage): ReactNode => (
  <>
    <TextSection id="uptime" title={shown.words.uptime} texts={shown.policy.published.uptime} shown={shown} />
    <Section id="maintenance" title={shown.words.maintenance}>
      <p>{maintenanceInWords(shown.policy, shown.language)}</p>
      {!hasClosedDays(shown) && hasDowntime(shown.policy) && <Subscribe shown={shown} />}
    </Section>
    <TextSection id="agreement" title={shown.words.agreement} texts={shown.policy.published.agreement} shown={shown}>
      <Pairs pairs={[[shown.words.price, priceInWords(shown.policy, shown.language)]]} />
    </TextSection>
    <TextSection id="reporting" title={shown.words.reporting} texts={shown.policy.published.reporting} shown={shown} />
  </>
);

const Version = ({ shown: { policy, language, words } }: InPage): ReactNode => (
  <footer>
    <p>{policy.vendor.name}</p>
    <p>{words.version(policy.version, sayDay(policy.effectiveFrom, language))}</p>
  </footer>
);
