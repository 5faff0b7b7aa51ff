import { retriaged } from '../../../shared/promises/change';
import { commitmentFor } from '../../../shared/promises/deadlines';
import { promiseInWords } from '../../../shared/promises/in-words';
import { defaultPolicy, type Kind, type Policy } from '../../../shared/promises/policy';
import type { Language } from '../../../shared/promises/say';
import { at } from './at';
import { supportWith } from './support-with';

function told(kind: Kind, receivedAt: string, language: Language = 'nb', policy: Policy = defaultPolicy) {
  return promiseInWords(commitmentFor(kind, at(receivedAt), policy), at(receivedAt), policy, language);
}

describe('a promise in words', () => {
  it('has a target and a latest instant', () => {
    expect(told('request', '2026-01-16T14:50+01:00')).toEqual({
      promise: 'Vi begynner normalt i dag, senest mandag 19. januar kl. 15.00.',
    });
    expect(told('request', '2026-01-16T14:50+01:00', 'en')).toEqual({
      promise: 'We normally begin today, and by Monday 19 January at 15:00 at the latest.',
    });
  });

  it('has one instant where the two coincide', () => {
    expect(told('request', '2026-01-12T15:00+01:00').promise).toBe('Vi begynner senest tirsdag 13. januar kl. 15.00.');
    expect(told('request', '2026-01-12T15:00+01:00', 'en').promise).toBe(
      'We begin by Tuesday 13 January at 15:00 at the latest.',
    );
  });

  it('has the year where it is another', () => {
    expect(told('request', '2026-12-30T10:00+01:00').promise).toBe(
      'Vi begynner senest mandag 4. januar 2027 kl. 15.00.',
    );
  });

  it('is told of a severe error by the working calendar', () => {
    expect(told('severe', '2026-01-12T15:30+01:00').promise).toBe(
      'Vi begynner normalt i dag, senest tirsdag 13. januar kl. 16.00.',
    );
  });

  it.each<[Kind, Language, string]>([
    ['critical', 'nb', 'Slike feil begynner vi som regel på med en gang i arbeidstiden, og om nødvendig også ellers.'],
    ['security', 'en', 'As a rule we begin on these at once during working hours, and at other times where needed.'],
    ['minor', 'nb', 'Slike feil retter vi som regel i den neste versjonen. Må en rettelse vente lenger, sier vi fra.'],
  ])('prints no instants of a %s ticket (%s)', (kind, language, promise) => {
    expect(told(kind, '2026-01-17T12:00+01:00', language)).toEqual({ promise });
  });

  it('promises nothing that has passed when it is said too late', () => {
    const receivedAt = at('2026-01-12T10:00+01:00');
    const commitment = commitmentFor('request', receivedAt, defaultPolicy);
    const saidAt = at('2026-01-13T15:00+01:00');
    expect(promiseInWords(commitment, receivedAt, defaultPolicy, 'nb', saidAt)).toEqual({
      promise: 'Vi begynner så snart vi kan.',
    });
  });

  it('says “today” of the day on which it is said', () => {
    const receivedAt = at('2026-01-12T15:30+01:00');
    const severe = commitmentFor('severe', receivedAt, defaultPolicy);
    const nextMorning = at('2026-01-13T09:00+01:00');
    expect(promiseInWords(severe, receivedAt, defaultPolicy, 'nb', nextMorning).promise).toBe(
      'Vi begynner senest i dag kl. 16.00.',
    );
    expect(promiseInWords(severe, receivedAt, defaultPolicy, 'en', nextMorning).promise).toBe(
      'We begin today at 16:00 at the latest.',
    );
  });
});

describe('a day that closes at midnight', () => {
  const toMidnight = (changes: Partial<Policy['calendars'][string]> = {}) =>
    supportWith({ hours: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']] }, ...changes });

  it('is the day that it is', () => {
    expect(told('request', '2026-01-12T10:00+01:00', 'nb', toMidnight()).promise).toBe(
      'Vi begynner normalt i dag, senest onsdag 14. januar kl. 00.00.',
    );
  });

  it('gives no reason why the day after is closed', () => {
    const policy = toMidnight({
      hours: { mon: [['00:00', '24:00']], tue: [['00:00', '24:00']], wed: [['09:00', '15:00']] },
      specialHours: { '2026-01-14': [] },
    });
    expect(told('request', '2026-01-12T10:00+01:00', 'nb', policy).why).toBeUndefined();
  });
});

describe('why a promise is not sooner', () => {
  it.each<[string, Kind, string, string | undefined]>([
    ['nothing on an ordinary day', 'request', '2026-01-12T10:00+01:00', undefined],
    ['nothing before opening', 'request', '2026-01-12T06:00+01:00', undefined],
    ['nothing at lunch', 'request', '2026-01-12T11:45+01:00', undefined],
    ['nothing over a mere weekend', 'request', '2026-01-16T14:50+01:00', undefined],
    ['that we had closed', 'request', '2026-01-12T17:00+01:00', 'Vi fikk henvendelsen etter stengetid kl. 15.00.'],
    [
      'that we had closed, before a weekend',
      'request',
      '2026-01-16T17:00+01:00',
      'Vi fikk henvendelsen etter stengetid kl. 15.00.',
    ],
    [
      'the day of a weekend',
      'request',
      '2026-01-17T12:00+01:00',
      'Vi fikk henvendelsen lørdag 17. januar, og da har vi stengt.',
    ],
    [
      'a holiday, and those after it',
      'request',
      '2026-04-02T12:00+02:00',
      'Vi fikk henvendelsen skjærtorsdag 2. april, og da har vi stengt. ' +
        'Stengt i mellomtiden: langfredag 3. april og 2. påskedag 6. april.',
    ],
    [
      'a holiday on a Sunday',
      'request',
      '2026-04-05T12:00+02:00',
      'Vi fikk henvendelsen 1. påskedag 5. april, og da har vi stengt. Stengt i mellomtiden: 2. påskedag 6. april.',
    ],
    [
      'the holidays in between',
      'severe',
      '2026-04-01T14:30+02:00',
      'Stengt i mellomtiden: skjærtorsdag 2. april, langfredag 3. april og 2. påskedag 6. april.',
    ],
    ['the July weeks', 'request', '2026-07-10T14:00+02:00', 'Stengt i mellomtiden: uke 29 og 30 (13.–24. juli).'],
    [
      'the July weeks, received in them',
      'request',
      '2026-07-14T10:00+02:00',
      'Vi fikk henvendelsen mens vi har stengt: uke 29 og 30 (14.–24. juli).',
    ],
    [
      'the July weeks, received on a Saturday in them',
      'request',
      '2026-07-18T10:00+02:00',
      'Vi fikk henvendelsen lørdag 18. juli, og da har vi stengt. Stengt i mellomtiden: uke 30 (20.–24. juli).',
    ],
    [
      'romjul and the New Year',
      'request',
      '2026-12-24T16:00+01:00',
      'Vi fikk henvendelsen etter stengetid kl. 15.00. ' +
        'Stengt i mellomtiden: 1. juledag 25. desember, romjulen 28.–31. desember og 1. nyttårsdag 1. januar 2027.',
    ],
    [
      'two holidays of one date',
      'request',
      '2027-05-14T10:00+02:00',
      'Stengt i mellomtiden: grunnlovsdagen og 2. pinsedag 17. mai.',
    ],
  ])('names %s', (_, kind, receivedAt, why) => {
    expect(told(kind, receivedAt).why).toBe(why);
  });

  it.each<[string, string]>([
    ['2026-01-12T17:00+01:00', 'Your message reached us after we had closed at 15:00.'],
    [
      '2026-04-03T12:00+02:00',
      'Your message reached us on Good Friday 3 April, when we are closed. Closed in the meantime: Easter Monday 6 April.',
    ],
    ['2026-07-10T14:00+02:00', 'Closed in the meantime: weeks 29 and 30 (13–24 July).'],
    [
      '2026-12-28T10:00+01:00',
      "Your message reached us while we are closed: the Christmas break 28–31 December and New Year's Day 1 January 2027.",
    ],
  ])('is told in English, from %s', (receivedAt, why) => {
    expect(told('request', receivedAt, 'en').why).toBe(why);
  });

  it('names the dates that a vendor closed by hand', () => {
    const policy = supportWith({ specialHours: { '2026-06-05': [], '2026-06-08': [] } });
    expect(told('request', '2026-06-04T10:00+02:00', 'nb', policy).why).toBe('Stengt i mellomtiden: 5.–8. juni.');
  });

  it('does not speak of the receipt where the clock runs from new facts', () => {
    const receivedAt = at('2026-01-12T17:00+01:00');
    const commitment = commitmentFor('minor', receivedAt, defaultPolicy);
    const change = {
      commitment,
      receivedAt,
      pauses: [],
      begun: false,
      to: 'severe',
      because: 'new-facts',
      policy: defaultPolicy,
    } as const;
    const severe = retriaged({ ...change, now: at('2026-01-13T10:00+01:00') });
    expect(promiseInWords(severe, receivedAt, defaultPolicy, 'nb')).toEqual({
      promise: 'Vi begynner senest i dag kl. 15.00.',
    });
  });
});
