import type { Desk } from '../../../shared/desk/ports';
import { INBOX } from '../../../shared/desk/receive-mail';
import { type SweepOf, sweep } from '../../../shared/desk/sweep';
import { HOUR, MINUTE } from '../../../shared/promises/instant';
import { deskAt, MONDAY_TEN, type RunningDesk } from '../../support/in-process';
import { filesOf } from '../../support/journey';

let desk: RunningDesk;
beforeEach(async () => {
  desk = await deskAt();
});
afterEach(() => desk.stop());

/** Two letters for each mail, which the mail service has refused once. */
async function lettersAreOwed(mails: number): Promise<void> {
  await desk.fault({ service: 'ses', operation: 'SendRawEmail', times: 2 * mails });
  for (let n = 0; n < mails; n += 1) await desk.mail({ subject: `Sak ${n}` });
  await desk.local.idle();
}

const leaveMail = () =>
  desk.local.desk.files.write(`${INBOX}left`, Buffer.from('From: kari@kunde.example\r\n\r\nHallo?'), 'message/rfc822');

/** The desk an hour later, by a clock that moves on with each letter; tells what it does. */
function laterDesk({ eachLetterTakes = 0 } = {}) {
  const { circumstances, mailer, files } = desk.local.desk;
  const done: string[] = [];
  let now = Date.parse(MONDAY_TEN) + HOUR;
  const later: Desk = {
    ...desk.local.desk,
    circumstances: async () => ({ ...(await circumstances()), now }),
    mailer: {
      send: (mail) => {
        done.push('letter');
        now += eachLetterTakes;
        return mailer.send(mail);
      },
    },
    files: {
      ...files,
      list: (prefix) => {
        done.push('inbox');
        return files.list(prefix);
      },
    },
  };
  return { done, goesRound: (severity: SweepOf) => sweep(later)(severity) };
}

describe('a round', () => {
  it('sends what is owed before it reads mail that was left', async () => {
    await lettersAreOwed(1);
    await leaveMail();
    const { done, goesRound } = laterDesk();
    await goesRound('critical');
    expect(done).toEqual(['letter', 'letter', 'inbox']);
    expect(await filesOf(desk, INBOX)).toEqual([]);
  });

  it.each(['severe', 'minor'] as const)('leaves the inbox to the most frequent one (%s)', async (severity) => {
    const { done, goesRound } = laterDesk();
    await goesRound(severity);
    expect(done).toEqual([]);
  });

  it('takes up no more letters than it has time for: one that is cut off may go out twice', async () => {
    await lettersAreOwed(2);
    const slow = laterDesk({ eachLetterTakes: 3 * MINUTE });
    await slow.goesRound('severe');
    expect(slow.done).toHaveLength(2);
    await slow.goesRound('severe');
    expect(slow.done).toHaveLength(4);
  });
});
