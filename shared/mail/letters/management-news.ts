import type { OpenedTicket } from '../../ticket/ticket';
import { type Block, facts, paragraph } from './letter-text';
import { lastOf, type News, quoted, saysWhatIsWritten, staffSays } from './news';
import { calledSoFar } from './senior-news';
import { elapsed, kindOf } from './standing';
import { type InEach, type LetterOf, nameOf, staffLanguage, type Writing } from './writing';

const nb = {
  lifted: 'Løftes til ledelsen',
  tooLong: (promise: string) =>
    `Tjenestenivå ${promise}: Alvorlige og kritiske feil løftes til ledelsen når de ikke er løst innen rimelig tid. Denne saken er ikke løst.`,
  byHand: (name: string) => `Tjenestenivå P19: Saker løftes til ledelsen ved behov. ${name} har løftet denne saken`,
  because: ' fordi:',
  reasonOnCase: '. Begrunnelsen står på saken.',
  someone: 'En ansatt',
  again: 'Fortsatt ikke løst',
  stillOpen:
    'Saken er løftet til ledelsen, men er fortsatt ikke løst, og ingen har bekreftet at ledelsen har sett den. Vi minner om den hver arbeidsdag til noen bekrefter det eller saken er løst.',
  liftedAt: 'Løftet første gang',
  noSenior: (kind: string) => `Ingen senior har tatt saken (${kind})`,
  seniors: (promise: string) => `Tjenestenivå ${promise}: Alvorlige og kritiske feil håndteres av seniorer.`,
  nobodyThere: 'Ingen senior er tilgjengelig nå. Finn noen som kan ta saken.',
  nobodyAnswers: 'Ingen av dem som er varslet, har tatt saken. Finn noen som kan ta den.',
  elapsed: 'Tid siden mottak',
  decide:
    'Avgjør om saken trenger flere folk, og hvem som holder kunden orientert. Bekreft at ledelsen har sett saken, så minner vi ikke om den igjen.',
};

const en: typeof nb = {
  lifted: 'Lifted to management',
  tooLong: (promise) =>
    `Promise ${promise}: Severe and critical errors are lifted to management when they are not solved within reasonable time. This case is not solved.`,
  byHand: (name) => `Promise P19: Cases are lifted to management when needed. ${name} has lifted this case`,
  because: ' because:',
  reasonOnCase: '. The reason is on the case.',
  someone: 'A member of staff',
  again: 'Still not solved',
  stillOpen:
    'The case was lifted to management and is still not solved, and nobody has confirmed that management has seen it. We remind you of it on every working day until somebody does, or the case is solved.',
  liftedAt: 'First lifted',
  noSenior: (kind) => `No senior has taken the case (${kind})`,
  seniors: (promise) => `Promise ${promise}: Severe and critical errors are handled by senior people.`,
  nobodyThere: 'No senior is available now. Find somebody who can take the case.',
  nobodyAnswers: 'None of those who were called has taken the case. Find somebody who can take it.',
  elapsed: 'Time since receipt',
  decide:
    'Decide whether the case needs more people, and who keeps the customer informed. Confirm that management has seen the case, and we do not remind you of it again.',
};

const WORDS: InEach<typeof nb> = { nb, en };
const wordsFor = ({ policy }: Writing) => WORDS[staffLanguage(policy)];

/** Why management hears of a ticket (P8, P19), and again until somebody has acknowledged it. */
export function managementNews(letter: LetterOf<'management'>, ticket: OpenedTicket, writing: Writing): News {
  if (letter.why === 'no-senior') return noSenior(ticket, writing);
  if (letter.again) return stillNotSolved(ticket, writing);
  const { lifted: title, tooLong, decide } = wordsFor(writing);
  if (letter.reason !== undefined) return byHand(letter, ticket, writing);
  return { title, now: tooLong(promiseOf(ticket, writing)), more: [howLong(ticket, writing), paragraph(decide)] };
}

function byHand({ reason = '', by }: LetterOf<'management'>, ticket: OpenedTicket, writing: Writing): News {
  const words = wordsFor(writing);
  const lifted = words.byHand(nameOf(by, writing.staff) ?? words.someone);
  return {
    title: words.lifted,
    now: `${lifted}${saysWhatIsWritten(writing) ? words.because : words.reasonOnCase}`,
    more: [...quoted(reason, writing), howLong(ticket, writing), paragraph(words.decide)],
  };
}

function stillNotSolved(ticket: OpenedTicket, writing: Writing): News {
  const { again: title, stillOpen, decide, liftedAt } = wordsFor(writing);
  const first = writing.events?.find(({ type }) => type === 'management-told' || type === 'lifted-to-management');
  const since =
    first && first !== lastOf('management-told', writing) ? staffSays(first.at, ticket, writing) : undefined;
  return { title, now: stillOpen, more: [facts([liftedAt, since], elapsedIn(ticket, writing)), paragraph(decide)] };
}

function noSenior(ticket: OpenedTicket, writing: Writing): News {
  const words = wordsFor(writing);
  const isNobodyThere = lastOf('senior-called', writing)?.agents.length === 0;
  return {
    title: words.noSenior(kindOf(ticket, writing.policy)),
    now: `${words.seniors(promiseOf(ticket, writing))} ${isNobodyThere ? words.nobodyThere : words.nobodyAnswers}`,
    more: [...calledSoFar(ticket, writing), howLong(ticket, writing), paragraph(words.decide)],
  };
}

const promiseOf = ({ commitment }: OpenedTicket, { policy }: Writing): string =>
  policy.kinds[commitment.kind].management?.promise ?? 'P8';

const howLong = (ticket: OpenedTicket, writing: Writing): Block => facts(elapsedIn(ticket, writing));

const elapsedIn = (ticket: OpenedTicket, writing: Writing) =>
  [wordsFor(writing).elapsed, elapsed(ticket, writing.policy)] as const;
