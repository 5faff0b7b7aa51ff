import type { Instant } from '../../promises/instant';
import { boundsOfWeek } from '../../promises/iso-week';
import { KINDS, type Policy } from '../../promises/policy';
import { type Language, sayInstant } from '../../promises/say';
import type { LevelFigures, Miss, WeekReport } from '../../report/week';
import type { Channel } from '../../ticket/events';
import { type Block, facts, heading, paragraph } from './letter-text';
import type { ReportWords } from './report-words';

const CHANNELS: readonly Channel[] = ['mail', 'chat', 'phone'];

/** What has to be decided in time, before all else; nothing as a rule. */
export const toSet = ({ unset = [] }: WeekReport, words: ReportWords, language: Language): Block[] =>
  unset.length === 0
    ? []
    : [
        heading(2, words.toSet),
        ...unset.map(({ closure, name, year }) => paragraph(words.unset(name[language], year, closure))),
      ];

/** What each level had to do with, and how much of it was begun in time. */
export function support({ levels, liftedToManagement, comingBack }: WeekReport, words: ReportWords): Block[] {
  const { of } = words;
  const row = rowFor(levels);
  return [
    heading(2, words.support),
    table(
      [words.figure, words.level2, words.level3],
      [
        row(words.received, ({ received }) => received),
        row(words.begunInTime, ({ begunInTime, begun }) => of(begunInTime, begun)),
        row(words.begunWithinTarget, ({ begunWithinTarget, begun }) => of(begunWithinTarget, begun)),
        row(words.promisesMissed, ({ missed }) => missed),
        row(words.resolved, ({ resolved }) => resolved),
        row(words.stillOpen, ({ stillOpen }) => stillOpen),
        ...(levels[2].handedOver === undefined ? [] : [row(words.handedOver, ({ handedOver = 0 }) => handedOver)]),
      ],
    ),
    facts(
      [words.lifted, String(liftedToManagement)],
      [words.cameBack, comingBack && of(comingBack.kept, comingBack.kept + comingBack.broken)],
    ),
  ];
}

/** What arrived, by channel and by kind; kinds of which none came are left out. */
export function arrivals({ levels }: WeekReport, words: ReportWords, { kinds }: Policy, language: Language): Block[] {
  const row = rowFor(levels);
  const came = ([...KINDS, 'untriaged'] as const).filter((kind) => levels[2].byKind[kind] + levels[3].byKind[kind] > 0);
  const named = (kind: (typeof came)[number]) => (kind === 'untriaged' ? words.untriaged : kinds[kind].name[language]);
  return [
    table(
      [words.received, words.level2, words.level3],
      [
        ...CHANNELS.map((channel) => row(words.channels[channel], ({ byChannel }) => byChannel[channel])),
        ...came.map((kind) => row(named(kind), ({ byKind }) => byKind[kind])),
      ],
    ),
    paragraph(words.receivedAtLevel3),
  ];
}

export function misses(report: WeekReport, words: ReportWords, policy: Policy, language: Language): Block[] {
  if (report.misses.length === 0) return [heading(2, words.misses), paragraph(words.noMisses)];
  const { start: relativeTo } = boundsOfWeek(report.week, policy.timeZone);
  const said = (t: Instant) => sayInstant(t, policy, language, { relativeTo });
  const rows = report.misses.map(({ ticket, level, kind, latest, begunAt }: Miss) => [
    ticket,
    String(level),
    kind ? policy.kinds[kind].name[language] : words.untriaged,
    said(latest),
    begunAt === undefined ? words.notBegun : said(begunAt),
  ]);
  return [heading(2, words.misses), table([words.ticket, words.level, words.kind, words.latest, words.begun], rows)];
}

export const operations = ({ lettersUncertain }: WeekReport, words: ReportWords): Block[] => [
  heading(2, words.operations),
  facts(
    [words.uptime, words.noUptime],
    [words.maintenance, words.noMaintenance],
    [words.uncertain, String(lettersUncertain)],
  ),
];

export const security = ({ levels }: WeekReport, words: ReportWords): Block[] => [
  heading(2, words.security),
  facts(
    [words.breaches, words.noBreaches],
    [words.securityTickets, words.atLevels(levels[2].byKind.security, levels[3].byKind.security)],
  ),
];

const table = (head: readonly string[], rows: readonly (readonly string[])[]): Block => ({ is: 'table', head, rows });

type Figure = (figures: LevelFigures) => string | number;

/** A row of a table with a column for each level. */
const rowFor =
  (levels: WeekReport['levels']) =>
  (label: string, figure: Figure): string[] => [label, String(figure(levels[2])), String(figure(levels[3]))];
