import { receiveFeedbackFunction } from '../../functions/receive-feedback';
import { ticketIdOf } from '../../shared/ticket/ids';
import { deskAt, type RunningDesk } from '../support/in-process';
import { act, openedBy, ticketOf } from '../support/journey';
import { discrepancies } from '../support/ledger';
import type { TicketJson } from '../support/local-desk';
import { bounceNews, complaintNews, delayNews, deliveryNews, rejectNews } from '../support/ses-news';

let desk: RunningDesk;
beforeAll(async () => {
  desk = await deskAt();
});
afterAll(async () => {
  const found = await discrepancies(desk);
  await desk.stop();
  expect(found).toEqual([]);
});

// Each test is about somebody else, of whom nothing is known yet.
let per = '';
let persons = 0;
beforeEach(() => {
  persons += 1;
  per = `per${persons}@kunde.example`;
});

const called = (email = per): Promise<TicketJson> =>
  openedBy(desk, () =>
    desk.api('anna', '/tickets', {
      channel: 'phone',
      caller: { name: 'Per', email },
      subject: 'Får ikke logget inn',
      text: 'Per får ikke logget inn i dag.',
    }),
  );

async function replied(ticket: TicketJson, cc: readonly string[] = []): Promise<TicketJson> {
  const { seen } = await ticketOf(desk, ticket.id);
  expect((await act(desk, 'anna', ticket, 'replies', { text: 'Prøv nå.', cc, seen })).status).toBe(200);
  await desk.settle();
  return ticketOf(desk, ticket.id);
}

const mailboxOf = (address: string, does: string) =>
  desk.request('/local/mailbox', { method: 'POST', body: JSON.stringify({ address, does }) });

const tell = (news: object) => Promise.resolve(receiveFeedbackFunction(desk.local.desk)(news as never, {} as never));

const letterOf = ({ letters }: TicketJson, name: string) => {
  const found = letters.findLast(({ letter }) => letter === name);
  if (!found) throw new Error(`The ticket has no letter ${name}.`);
  return found;
};

const newsIn = ({ timeline }: TicketJson) =>
  timeline.filter(({ type }) => type === 'delivery-failed' || type === 'complaint-made');

const contactOf = async (address: string) => (await desk.local.desk.contacts.of([address])).get(address);

describe('a letter that arrives', () => {
  it('says when', async () => {
    const ticket = await replied(await called());
    expect(letterOf(ticket, 'reply')).toMatchObject({ is: 'done', deliveredAt: '2026-01-12T10:00:00+01:00' });
    expect(newsIn(ticket)).toEqual([]);
  });

  it('is no news where it was for staff', async () => {
    expect(letterOf(await called(), 'alert')).not.toHaveProperty('deliveredAt');
  });
});

describe('a letter that comes back', () => {
  it('is marked, and its ticket says why, to whom', async () => {
    const opened = await called();
    await mailboxOf(per, 'bounce');
    const ticket = await replied(opened);
    expect(letterOf(ticket, 'reply')).toMatchObject({ is: 'done', returnedAt: expect.any(String) });
    expect(newsIn(ticket)).toEqual([
      expect.objectContaining({
        type: 'delivery-failed',
        address: per,
        permanent: true,
        diagnostic: 'smtp; 550 5.1.1 user unknown',
        letter: letterOf(ticket, 'reply').id,
      }),
    ]);
    expect(await contactOf(per)).toMatchObject({ undeliverable: { diagnostic: 'smtp; 550 5.1.1 user unknown' } });
  });

  it('stops the machine from writing there, and no person', async () => {
    await mailboxOf(per, 'bounce');
    await replied(await called());
    const next = await called();
    expect(letterOf(next, 'acknowledgement')).toMatchObject({ is: 'withheld', reason: 'undeliverable' });
    const before = (await desk.lettersTo(per)).length;
    expect(letterOf(await replied(next), 'reply')).toMatchObject({ is: 'done' });
    expect(await desk.lettersTo(per)).toHaveLength(before + 1);
  });

  it('is forgotten once a later one arrives: the mailbox was full, and is not any more', async () => {
    await mailboxOf(per, 'bounce');
    const ticket = await replied(await called());
    await mailboxOf(per, 'deliver');
    await desk.moveClock('2026-01-12T10:30:00+01:00');
    await replied(ticket);
    expect((await contactOf(per))?.undeliverable).toBeUndefined();
  });

  it('counts once, however often it is told', async () => {
    const ticket = await replied(await called());
    const letter = letterOf(ticket, 'reply').id;
    for (const _ of [1, 2, 3]) await tell(bounceNews({ letter, to: [per] }));
    expect(newsIn(await ticketOf(desk, ticket.id))).toHaveLength(1);
  });

  it('for now is noted, and says nothing of the address', async () => {
    const ticket = await replied(await called());
    const letter = letterOf(ticket, 'reply').id;
    const report = { action: 'failed', status: '4.2.2', diagnosticCode: 'smtp; 452 mailbox full' };
    await tell(bounceNews({ letter, to: [per], type: 'Transient', report }));
    const after = await ticketOf(desk, ticket.id);
    expect(newsIn(after)).toEqual([
      expect.objectContaining({ permanent: false, diagnostic: 'smtp; 452 mailbox full' }),
    ]);
    expect(letterOf(after, 'reply')).toHaveProperty('returnedAt');
    expect((await contactOf(per))?.undeliverable).toBeUndefined();
  });

  it('for one of two who get it arrived all the same, whichever is told first', async () => {
    const ola = 'ola@kunde.example';
    await mailboxOf(ola, 'bounce');
    const ticket = await replied(await called(), [ola]);
    expect(letterOf(ticket, 'reply')).toMatchObject({
      deliveredAt: expect.any(String),
      returnedAt: expect.any(String),
    });
    expect(newsIn(ticket)).toEqual([expect.objectContaining({ address: ola, permanent: true })]);
    expect((await contactOf(per))?.undeliverable).toBeUndefined();
  });

  it('was for whom we wrote to, whatever the other mail server says of others', async () => {
    const victim = 'victim@elsewhere.example';
    const ticket = await replied(await called());
    const letter = letterOf(ticket, 'reply').id;
    await tell(bounceNews({ letter, to: [per], said: victim, id: 'forwarded' }));
    await tell(bounceNews({ letter, to: [per, 'ola@kunde.example'], said: victim, id: 'hostile' }));
    expect(await contactOf(victim)).toBeUndefined();
    const addresses = newsIn(await ticketOf(desk, ticket.id)).map((news) => Reflect.get(news, 'address'));
    expect(addresses).toEqual([per, victim]);
  });

  it('because SES would not send it is told, and says nothing of the address', async () => {
    const ticket = await replied(await called());
    await tell(rejectNews({ letter: letterOf(ticket, 'reply').id, to: [per] }));
    expect(newsIn(await ticketOf(desk, ticket.id))).toEqual([
      expect.objectContaining({ address: per, permanent: true, diagnostic: 'Bad content' }),
    ]);
    expect((await contactOf(per))?.undeliverable).toBeUndefined();
  });

  it('from staff is on the ticket, and loud: an alert that reaches no one is none', async () => {
    await mailboxOf('anna@desk.test', 'bounce');
    const ticket = await called();
    await mailboxOf('anna@desk.test', 'deliver');
    const cameBack = expect.objectContaining({ address: 'anna@desk.test', permanent: true });
    // The alert, and the one that tells of it; nobody is told of the second.
    expect(newsIn(ticket)).toEqual([cameBack, cameBack]);
    expect(desk.complaints).toEqual(expect.arrayContaining([expect.stringMatching(/^mail to staff came back/)]));
    expect(desk.complaints.join(' ')).not.toMatch(/anna|550/);
  });
});

describe('a complaint', () => {
  it('is on the ticket and the letter, and stops the machine from writing there', async () => {
    const opened = await called();
    await mailboxOf(per, 'complain');
    const ticket = await replied(opened);
    expect(newsIn(ticket)).toEqual([expect.objectContaining({ type: 'complaint-made', address: per })]);
    expect(letterOf(ticket, 'reply')).toMatchObject({
      deliveredAt: expect.any(String),
      complainedAt: expect.any(String),
    });
    expect(letterOf(await called(), 'acknowledgement')).toMatchObject({ is: 'withheld', reason: 'complained' });
  });

  it('of long ago, for which SES sends no more, is a letter that was not sent', async () => {
    const ticket = await replied(await called());
    const letter = letterOf(ticket, 'reply').id;
    await tell(complaintNews({ letter, to: [per], subType: 'OnAccountSuppressionList' }));
    expect(newsIn(await ticketOf(desk, ticket.id))).toEqual([
      expect.objectContaining({
        type: 'delivery-failed',
        permanent: true,
        diagnostic: expect.stringContaining('Not sent'),
      }),
    ]);
  });
});

describe('news in the wrong order', () => {
  it('come to the same as in the right one', async () => {
    const news = [deliveryNews, delayNews, bounceNews, complaintNews];
    const marks = async (order: readonly number[]) => {
      const ticket = await called(`order-${order.join('')}@kunde.example`);
      const letter = `${ticket.id}.1.0`;
      for (const [n, tellOf] of order.map((place) => [place, news[place]] as const))
        await tell(tellOf?.({ letter, at: `2026-01-12T09:0${n}:00.000Z`, id: `${n}` }) ?? {});
      const id = ticketIdOf(ticket.id);
      return id && (await desk.local.desk.tickets.history(id))[0]?.feedback[0];
    };
    expect(await marks([0, 1, 2, 3])).toEqual(await marks([3, 2, 1, 0]));
  });

  it('of a delivery before the bounce of a later mail leave the address undeliverable', async () => {
    const ticket = await replied(await called());
    const letter = letterOf(ticket, 'reply').id;
    await tell(bounceNews({ letter, to: [per], at: '2026-01-12T10:00:00.000Z' }));
    await tell(deliveryNews({ letter, to: [per], at: '2026-01-12T09:00:00.000Z' }));
    expect(await contactOf(per)).toHaveProperty('undeliverable');
  });
});

describe('an answer that only looks like a bounce', () => {
  it('such as an out-of-office, leaves a letter that arrived and a note', async () => {
    const away = 'ooto@simulator.amazonses.com';
    const ticket = await called(away);
    expect(letterOf(ticket, 'acknowledgement')).toHaveProperty('deliveredAt');
    expect(letterOf(ticket, 'acknowledgement')).not.toHaveProperty('returnedAt');
    expect(newsIn(ticket)).toEqual([expect.objectContaining({ address: away, permanent: false })]);
    expect((await contactOf(away))?.undeliverable).toBeUndefined();
  });
});

describe('news of what is not known', () => {
  it.each(['AAAA-AAAA.1.2', '2026-W03', 'x'])(
    'such as the letter %s change nothing, and break nothing',
    async (letter) => {
      const before = await desk.tickets();
      await tell(deliveryNews({ letter }));
      await tell(bounceNews({ letter, to: [per] }));
      await tell(complaintNews({ letter, to: [per] }));
      expect(await desk.tickets()).toEqual(before);
      expect(await contactOf(per)).toMatchObject({
        undeliverable: expect.anything(),
        complainedAt: expect.any(Number),
      });
    },
  );

  it('of a letter that is not in its commit are let go', async () => {
    const ticket = await called();
    await tell(deliveryNews({ letter: `${ticket.id}.9.9` }));
    expect(await ticketOf(desk, ticket.id)).toEqual(ticket);
  });
});

describe('hostile news', () => {
  const PER = 'per@kunde.example';

  it('leave one line, not long, with nothing hidden in it', async () => {
    const ticket = await replied(await called());
    const diagnosticCode = `550 no\r\nBcc: a@b.no\r\n\u202e${'x'.repeat(1_000_000)}`;
    await tell(bounceNews({ letter: letterOf(ticket, 'reply').id, to: [per], report: { diagnosticCode } }));
    const [news] = newsIn(await ticketOf(desk, ticket.id));
    const diagnostic = String(Reflect.get(news ?? {}, 'diagnostic'));
    expect(diagnostic).toMatch(/^550 no Bcc: a@b\.no x+$/);
    expect(diagnostic.length).toBeLessThanOrEqual(500);
  });

  it.each([
    ['of nothing', {}],
    ['of another service', { ...bounceNews(), source: 'aws.s3' }],
    ['of more receivers than a mail can have', bounceNews({ to: Array.from({ length: 101 }, (_, n) => `u${n}@b.no`) })],
    ['without its particulars', { ...bounceNews(), detail: { mail: { destination: [PER] } } }],
  ])('%s are refused, and left to a person', async (_, news) => {
    await expect(tell(news)).rejects.toThrow();
    expect(await contactOf(PER)).toBeUndefined();
  });
});

it('a mailbox can be told nothing that mailboxes do not do', async () => {
  expect(await mailboxOf(per, 'explode')).toMatchObject({ status: 400 });
  expect(await mailboxOf('', 'bounce')).toMatchObject({ status: 400 });
  expect(await desk.request('/local/nothing')).toMatchObject({
    status: 404,
    body: { message: expect.stringContaining('POST /local/mailbox') },
  });
});
