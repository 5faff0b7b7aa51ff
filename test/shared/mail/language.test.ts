import { guessLanguage } from '../../../shared/mail/language';

it.each([
  ['bokmål', 'Hei, jeg får ikke meldt på deltakere. Hva gjør vi?', 'nb'],
  ['nynorsk', 'Hei, eg får ikkje meldt på deltakarar. Kva gjer vi?', 'nb'],
  ['English', 'Hello, we cannot register participants. What should we do?', 'en'],
  ['Norwegian with an English error', 'Jeg får denne når vi lagrer: "The field is required".', 'nb'],
  ['a word', 'Takk', undefined],
  ['a number', '1234', undefined],
  ['nothing', '', undefined],
])('%s is taken for what it is', (_, text, language) => expect(guessLanguage(text)).toBe(language));
