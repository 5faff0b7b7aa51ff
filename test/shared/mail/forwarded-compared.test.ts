import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import { forwardedIn } from '../../../shared/mail/forwarded';
import type { Mail } from '../../../shared/mail/read';
import { fixtureNames, mailIn } from './fixtures';

// The usual reader of forwards, beside ours. It takes 15 s for 16 kB of `D. skrev "a" <`, and asks for its own file's name
// when it is loaded, which a bundle has not: so it is a second opinion, in a process of its own.
const LIBRARY = resolve(__dirname, '../../../node_modules/email-forward-parser/dist/index.js');
const PROGRAM = `
  import { readFileSync } from 'node:fs';
  const { default: Parser } = await import(process.argv[1]);
  const mails = JSON.parse(readFileSync(0, 'utf8'));
  const authors = mails.map(({ text, subject }) => new Parser().read(text, subject).email.from.address ?? null);
  process.stdout.write(JSON.stringify(authors));
`;

const names = fixtureNames('signals').filter((name) => /forward-(?!attached|many)/.test(name));

function authorsByLibrary(mails: readonly Mail[]): unknown {
  const input = JSON.stringify(mails.map(({ text, subject }) => ({ text, subject })));
  return JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', PROGRAM, LIBRARY], { input, encoding: 'utf8' }),
  );
}

const MISSED = /-nn$|apple-nb$/;

it('finds the author of every forward, where email-forward-parser misses nynorsk and one of Apple’s two bokmål', async () => {
  const mails = await Promise.all(names.map(mailIn));
  const ours = mails.map((mail) => forwardedIn(mail)?.from.email);
  const theirs = authorsByLibrary(mails);
  expect(ours).toEqual(names.map(() => 'kari@kunde.example'));
  expect(theirs).toEqual(names.map((name) => (MISSED.test(name) ? null : 'kari@kunde.example')));
});
