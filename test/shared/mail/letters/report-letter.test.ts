import { describe, expect, it } from '@jest/globals';
import { asHtml } from '../../../../shared/mail/letters/as-html';
import { asText } from '../../../../shared/mail/letters/as-text';
import { reportLetter } from '../../../../shared/mail/letters/report-letter';
import type { LevelFigures, WeekReport } from '../../../../shared/report/week';
import type { TicketId } from '../../../../shared/ticket/ids';
import { at, policy } from './tickets';

const nothing: LevelFigures = {
  received: 0,
  begun: 0,
  begunInTime: 0,
  begunWithinTarget: 0,
  missed: 0,
  resolved: 0,
  stillOpen: 0,
  byChannel: { mail: 0, chat: 0, phone: 0 },
  byKind: { critical: 0, severe: 0, minor: 0, request: 0, assignment: 0, security: 0, untriaged: 0 },
};

const level2: LevelFigures = {
  received: 42,
  begun: 36,
  begunInTime: 35,
  begunWithinTarget: 30,
  missed: 1,
  resolved: 37,
  stillOpen: 9,
  byChannel: { mail: 30, chat: 8, phone: 4 },
  byKind: { ...nothing.byKind, severe: 2, request: 38, untriaged: 2 },
};

const level3: LevelFigures = {
  ...nothing,
  received: 5,
  begun: 4,
  begunInTime: 3,
  missed: 1,
  byKind: { ...nothing.byKind, severe: 5 },
};

const report = (differently: Partial<WeekReport> = {}): WeekReport => ({
  week: '2026-W48',
  policy: '2024-1',
  levels: { 2: level2, 3: level3 },
  misses: [
    {
      ticket: '7K3M-Q9XD' as TicketId,
      level: 2,
      kind: 'severe',
      channel: 'mail',
      latest: at('wed', '16:00'),
      begunAt: at('thu', '08:30'),
    },
    { ticket: 'AB12-CD34' as TicketId, level: 3, channel: 'phone', latest: at('thu', '15:00') },
  ],
  liftedToManagement: 1,
  lettersUncertain: 2,
  open: [],
  ...differently,
});

const quiet = report({ levels: { 2: nothing, 3: nothing }, misses: [], liftedToManagement: 0, lettersUncertain: 0 });
const textOf = (of: WeekReport, language: 'nb' | 'en' = 'nb') => asText(reportLetter(of, { policy, language }));

describe('the weekly report', () => {
  it('first answers whether the promise was kept', () => {
    const { subject, preview, blocks } = reportLetter(report(), { policy, language: 'nb' });
    expect(subject).toBe('Ukerapport 2026-W48: Vi brøt løftet om responstid 2 ganger');
    expect(preview).toBe('Vi brøt løftet om responstid 2 ganger.');
    expect(blocks.slice(0, 2)).toEqual([
      { is: 'heading', level: 1, text: 'Ukerapport 2026-W48, 23.–29. november 2026' },
      { is: 'paragraph', text: 'Vi brøt løftet om responstid 2 ganger. Vi begynte i tide på 38 av 40 saker.' },
    ]);
  });

  it('says that it was kept when no deadline was missed', () => {
    const inTime = { ...level2, begunInTime: 36 };
    const kept = report({ misses: [], levels: { 2: inTime, 3: nothing } });
    expect(textOf(kept)).toContain('Vi holdt løftet om responstid. Vi begynte i tide på 36 av 36 saker.\n');
  });

  it('counts one case as one', () => {
    const one = report({ levels: { 2: { ...nothing, begun: 1, begunInTime: 1 }, 3: nothing } });
    expect(textOf(one)).toContain('Vi begynte i tide på 1 av 1 sak.');
    expect(textOf(one, 'en')).toContain('We began 1 of 1 case in time.');
  });

  it('tells what was late before from what was missed in the week', () => {
    expect(textOf(report({ misses: [] }))).toContain(
      'Vi holdt løftet om responstid. Vi begynte i tide på 38 av 40 saker. Resten var forsinket fra en tidligere uke.',
    );
  });

  it('says of each level what it had to do with', () => {
    const text = textOf(report());
    expect(text).toMatch(/^Saker +Nivå 2 +Nivå 3$/m);
    expect(text).toMatch(/^Mottatt +42 +5$/m);
    expect(text).toMatch(/^Påbegynt i tide +35 av 36 +3 av 4$/m);
    expect(text).toMatch(/^Brutt frist +1 +1$/m);
    expect(text).toMatch(/^Løst +37 +0$/m);
    expect(text).toMatch(/^Fortsatt åpne +9 +0$/m);
  });

  it('says how often a case was handed over, and how often we came back as we had said', () => {
    const levels = { 2: { ...level2, handedOver: 6 }, 3: { ...level3, handedOver: 2 } };
    const text = textOf(report({ levels, comingBack: { kept: 4, broken: 1 } }));
    expect(text).toMatch(/^Overført til det andre nivået +6 +2$/m);
    expect(text).toContain('Kom tilbake som lovet: 4 av 5\n');
  });

  it('says nothing of what was not counted yet when an older report was kept', () => {
    expect(textOf(report())).not.toMatch(/Overført til det andre|Kom tilbake|undefined/);
  });

  it('says what arrived by channel and by kind, without the kinds of which none came', () => {
    const text = textOf(report());
    expect(text).toMatch(/^på e-post +30 +0$/m);
    expect(text).toMatch(/^alvorlig feil +2 +5$/m);
    expect(text).toMatch(/^ikke vurdert ennå +2 +0$/m);
    expect(text).not.toMatch(/^oppdrag/m);
  });

  it('lists the misses, with when each was begun after all', () => {
    const text = textOf(report());
    expect(text).toMatch(
      /^7K3M-Q9XD +2 +alvorlig feil +onsdag 25\. november kl\. 16\.00 +torsdag 26\. november kl\. 08\.30$/m,
    );
    expect(text).toMatch(
      /^AB12-CD34 +3 +ikke vurdert ennå +torsdag 26\. november kl\. 15\.00 +ikke ved utgangen av uken$/m,
    );
  });

  it('says of operations and security what is not measured, and never that there was nothing', () => {
    const text = textOf(quiet);
    expect(text).toContain('Oppetid: Måles ikke. Det er ikke satt opp noen måling, så vi har ingen tall.');
    expect(text).toContain('Vedlikehold: Registreres ikke ennå');
    expect(text).toContain('Sikkerhetsbrudd: Registreres ikke ennå, så rapporten sier ikke om det har vært noen.');
    expect(text.split('Sikkerhet\n')[1]).not.toMatch(/\bingen\b/i);
  });

  it('counts the letters that may not have arrived', () => {
    expect(textOf(report())).toContain('Meldinger som kanskje ikke kom fram: 2');
  });

  it('has a sentence for a week in which nothing was begun', () => {
    expect(textOf(quiet)).toContain('Vi holdt løftet om responstid. Vi begynte ikke på noen nye saker.');
  });

  it('is in English where the policy’s first language is English', () => {
    const text = textOf(report(), 'en');
    expect(text).toContain('We broke the promise of response time 2 times. We began 38 of 40 cases in time.');
    expect(text).toMatch(/^Begun in time +35 of 36 +3 of 4$/m);
    expect(text).toContain('Uptime: Not monitored. No probe is set up, so we have no figures.');
  });

  it('has its headings and tables as such in HTML', () => {
    const html = asHtml(reportLetter(report(), { policy, language: 'nb' }), {
      vendor: policy.vendor,
      language: 'nb',
    });
    expect(html.match(/<h[12]/g)).toEqual(['<h1', '<h2', '<h2', '<h2', '<h2']);
    expect(html.match(/<thead>/g)).toHaveLength(2);
  });
});

describe('what has to be decided in time', () => {
  const unset = [{ closure: 'july', name: { nb: 'sommerferien', en: 'the summer holiday' }, year: 2033 }];

  it('comes before all else, in both languages', () => {
    const text = (language: 'nb' | 'en') => asText(reportLetter(report({ unset }), { policy, language }));
    expect(text('nb')).toMatch(
      /Må bestemmes\n-+\n\nUkene for sommerferien 2033 er ikke satt \(closures\.july i løftet\)\. Til de er det, lover vi at\s+det er åpent\.\n\nSupport/,
    );
    expect(text('en')).toMatch(/To be decided\n-+\n\nThe weeks of the summer holiday 2033 are not set/);
  });

  it('is left out where there is nothing', () => {
    expect(asText(reportLetter(report(), { policy, language: 'nb' }))).not.toContain('Må bestemmes');
  });
});
