import { freshText } from '../../../shared/mail/fresh-text';
import { isReply } from '../../../shared/mail/thread';
import { fixtureNames, freshOf, mailIn } from './fixtures';

const CLIENTS = [
  'gmail-web',
  'gmail-android',
  'gmail-ios',
  'outlook-classic',
  'outlook-new',
  'outlook-ios',
  'outlook-android',
  'apple-mail',
  'iphone',
  'thunderbird',
  'proton',
  'yahoo',
];
// Bokmål, nynorsk, English.
const LANGUAGES = ['nb', 'nn', 'en'];
const MATRIX = CLIENTS.flatMap((client) => LANGUAGES.map((language) => `replies/${client}-${language}`));

const partsOf = async (name: string) => {
  const mail = await mailIn(name);
  return { text: mail.text, ...freshText({ ...mail, isReply: isReply(mail) }) };
};

const wordsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

describe.each(fixtureNames('replies'))('in %s', (name) => {
  it('what was written now is fresh', async () => {
    expect((await partsOf(name)).fresh.trimEnd()).toBe(freshOf(name));
  });

  it('nothing is lost', async () => {
    const { text, fresh, folded } = await partsOf(name);
    expect(wordsIn(`${fresh}\n${folded}`).sort()).toEqual(wordsIn(text).sort());
  });
});

describe.each(MATRIX)('what was written now is told from the rest in %s', (name) => {
  const words = async (parts: { text?: string; html?: string }) => {
    const { text, html } = { ...(await mailIn(name)), ...parts };
    return freshText({ text, html, isReply: true }).fresh.split(/\s+/);
  };

  it('by the text alone', async () => {
    expect(await words({ html: '' })).toEqual(freshOf(name).split(/\s+/));
  });

  it('by the HTML alone', async () => {
    expect(await words({ text: '' })).toEqual(freshOf(name).split(/\s+/));
  });
});
