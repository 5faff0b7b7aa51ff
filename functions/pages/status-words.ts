import type { Language } from '../../shared/promises/say';

const nb = {
  title: 'Driftsstatus',
  skip: 'Hopp til innholdet',
  languages: 'Språk',
  language: 'Norsk',
  allWell: 'Ingen hendelser er meldt akkurat nå.',
  ongoing: (count: number) => (count === 1 ? 'En hendelse pågår.' : `${count} hendelser pågår.`),
  open: 'Pågår nå',
  solved: 'Løst de siste 30 dagene',
  solvedAt: (instant: string) => `Løst ${instant}.`,
  serviceLevel: 'Tjenestenivå',
};

const en: typeof nb = {
  title: 'Service status',
  skip: 'Skip to the content',
  languages: 'Languages',
  language: 'English',
  allWell: 'No incidents reported now.',
  ongoing: (count) => (count === 1 ? 'One incident is going on.' : `${count} incidents are going on.`),
  open: 'Going on now',
  solved: 'Solved in the last 30 days',
  solvedAt: (instant) => `Solved ${instant}.`,
  serviceLevel: 'Service level',
};

export const STATUS_WORDS: Readonly<Record<Language, typeof nb>> = { nb, en };
