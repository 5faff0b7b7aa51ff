import { guessLanguage } from '../../../shared/mail/language';

describe.each([
  [
    'bokmål',
    'nb',
    [
      'Hei, jeg får ikke meldt på deltakere. Hva gjør vi?',
      'Hei! Passordet mitt virker ikke lenger.',
      'Takk!',
      'Får ikke logget inn',
      'Når åpner påmeldingen?',
      'Kan dere ringe meg?',
      'Faktura mangler KID',
      'Se vedlegg.',
      'HASTER! VI FÅR IKKE LOGGET INN',
      'God dag\n\nVi ønsker å sette opp et kurs i mars.',
      'Hello, vi får fortsatt ikke sendt ut billetter.',
      'Hi, det er Are i Moss IL. Hvor finner jeg kvitteringen?',
      'Jeg får denne når vi lagrer: "The field is required and must not be empty. Please contact your administrator."',
      'Hei, her er Are fra IT-avdelingen i Nordmann AS. Siden er nede.',
      'Tusen takk for hjelpen, nå virker det!',
      'Er det noen der?',
      'Den nye versjonen er fin, men knappen for utskrift er borte.',
      'Se under.\n\nMvh\nKari Nordmann\nSales Manager | The Nordic Group\nPlease consider the environment before printing this e-mail',
      'Hei, kan du se på dette?\n\nOn Tue, Nov 24, 2026 at 10:00 AM John Smith <john@x.test> wrote:\n> The form is broken and we cannot use it. Please help.',
    ],
  ],
  [
    'nynorsk',
    'nb',
    [
      'Hei, eg får ikkje meldt på deltakarar. Kva gjer vi?',
      'Korleis endrar eg namnet på arrangementet?',
      'Kan de hjelpe oss? Det kjem berre ei kvit side.',
      'Takk for svaret. Det er i orden no.',
      'Eg har gløymt passordet.',
      'Kvifor er ikkje lista oppdatert?',
      'Hei! Vi treng ein ny brukar. Venleg helsing Åse',
    ],
  ],
  [
    'English',
    'en',
    [
      'Hello, we cannot register participants. What should we do?',
      'Thanks!',
      "It doesn't work.",
      "Hi, I can't log in.",
      'Please call me.',
      'Where is my receipt?',
      'Hei, I cannot log in to the registration. Could you please help? Mvh Kari',
      'Dear Eksempel Påmelding AS,\n\nThe invoice for Løpefest in Tromsø is wrong.',
      'WHERE IS MY INVOICE',
      'Hi, could you resend the ticket? Regards, Håkon Ødegård',
      'Is the race full?',
      'We need to change the date of our event.\n\nHilsen\nPer på kontoret, som alltid er her når du ringer',
      'Thank you, that worked.\n\nDen tir. 24. nov. 2026 kl. 11:00 skrev Eksempel <support@desk.test>:\n> Hei, har du prøvd å logge ut og inn igjen? Vi ser at det ikke virker.',
      'Any news?\nAre you there?',
    ],
  ],
  [
    'nothing that tells',
    undefined,
    ['', '1234', 'Kari Nordmann', 'ok', '🙂', 'https://kunde.test/paamelding', 'Test test'],
  ],
] as const)('%s', (_, language, texts) => {
  it.each(texts)('is taken for what it is: %j', (text) => expect(guessLanguage(text)).toBe(language));
});

it('the beginning decides, however long something else follows', () => {
  const log = 'Error: the request has failed because it could not be completed.\n'.repeat(2_000);
  expect(guessLanguage(`Hei, vi får denne feilen:\n\n${log}`)).toBe('nb');
});
