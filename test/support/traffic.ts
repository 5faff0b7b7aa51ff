import { setTimeout as pause } from 'node:timers/promises';
import { oneOf } from './chance';
import { visitorWrites } from './chat';
import type { Answer, DeskClient, TicketJson } from './local-desk';

/** The line to a desk that is killed and started again: whoever gets no answer asks the next one the same. */
export interface Line {
  desk(): Promise<DeskClient>;
  /** The desk is gone; whoever asks for it waits for the next. */
  cut(): void;
  connect(desk: DeskClient): void;
}

export function lineToDesk(): Line {
  const waiting: ((desk: DeskClient) => void)[] = [];
  let current: DeskClient | undefined;
  return {
    desk: async () => current ?? new Promise((resolve) => waiting.push(resolve)),
    cut: () => {
      current = undefined;
    },
    connect: (desk) => {
      current = desk;
      for (const answer of waiting.splice(0)) answer(desk);
    },
  };
}

/** Customers, visitors and agents at work, until they are told to stop; each then ends what it has begun. */
export interface Traffic {
  /** Words that the desk has taken in: each must stand in the history of one ticket, once. */
  readonly markers: readonly string[];
  /** Done when the door has acknowledged the next mail. */
  nextMail(): Promise<void>;
  stop(): Promise<void>;
}

interface Town {
  readonly line: Line;
  readonly chance: () => number;
  readonly markers: string[];
  readonly taken: Set<string>;
  acknowledged(): void;
  isOver(): boolean;
}

export function startTraffic(line: Line, chance: () => number): Traffic {
  const markers: string[] = [];
  let over = false;
  let acknowledged = () => {};
  const town: Town = {
    line,
    chance,
    markers,
    taken: new Set(),
    acknowledged: () => acknowledged(),
    isOver: () => over,
  };
  const people = [
    ...CUSTOMERS.map((who) => customer(town, who)),
    visitor(town),
    ...AGENTS.map((who) => agent(town, who)),
  ];
  return {
    markers,
    nextMail: () =>
      new Promise((resolve) => {
        acknowledged = resolve;
      }),
    async stop() {
      over = true;
      await Promise.all(people);
    },
  };
}

const CUSTOMERS = ['kari', 'per', 'ida'];
const AGENTS = ['anna', 'dina'];

/** Writes new mails, and answers to earlier ones. A mail that is not acknowledged is sent again, as mail servers do. */
async function customer({ line, chance, markers, acknowledged, isOver }: Town, who: string): Promise<void> {
  for (let n = 1; !isOver(); n += 1) {
    const [text, messageId] = [`Mail ${n} fra ${who}.`, `<${n}.${who}@kunde.example>`];
    const answers = n > 1 && chance() < 0.3 ? { inReplyTo: `<${n - 1}.${who}@kunde.example>` } : {};
    await insist(line, (desk) =>
      desk.mail({ from: `${who}@kunde.example`, subject: `Sak ${n}`, text, messageId, ...answers }),
    );
    acknowledged();
    markers.push(text);
    await pause(chance() * 60);
  }
}

async function visitor({ line, chance, markers, isOver }: Town): Promise<void> {
  for (let n = 1; !isOver(); n += 1) {
    const text = `Chatmelding ${n} fra Lise.`;
    const message = { conversationId: `c-${Math.ceil(n / 3)}`, messageId: `m-${n}`, text };
    await insistOnAnswer(line, (desk) => visitorWrites(desk, message));
    markers.push(text);
    await pause(chance() * 150);
  }
}

/** Takes a ticket, triages it, answers it, resolves it at times; each request again until it is answered. */
async function agent(town: Town, who: string): Promise<void> {
  for (let n = 1; !town.isOver(); n += 1) {
    const ticket = await untaken(town);
    if (ticket) await workOn(town, who, ticket, n);
    await pause(town.chance() * 60);
  }
}

async function untaken({ line, chance, taken }: Town): Promise<TicketJson | undefined> {
  const { body } = await insistOnAnswer(line, (desk) =>
    desk.api<{ tickets: TicketJson[] }>('anna', '/tickets?queue=open&limit=100'),
  );
  const free = body.tickets.filter(({ id }) => !taken.has(id));
  const ticket = free.length > 0 ? oneOf(chance, free) : undefined;
  if (ticket) taken.add(ticket.id);
  return ticket;
}

async function workOn(
  { line, chance, markers }: Town,
  who: string,
  { id, seen }: TicketJson,
  n: number,
): Promise<void> {
  const text = `Svar ${n} fra ${who}.`;
  const act = (name: string, body: object) =>
    insistOnAnswer(line, (desk) =>
      desk.api(who, `/tickets/${id}/${name}`, body, { 'idempotency-key': `${name} ${id}` }),
    );
  await act('triage', oneOf(chance, TRIAGES));
  await act('assignment', { agent: who });
  const { status } = await act('replies', { text, seen });
  if (status === 200) markers.push(text);
  if (chance() < 0.4) await act('resolution', {});
}

const TRIAGES = [{ kind: 'request' }, { kind: 'error', severity: 'critical' }, { kind: 'error', severity: 'minor' }];

/** Asks until there is an answer that does not say that the desk broke. */
async function insistOnAnswer<T>(line: Line, ask: (desk: DeskClient) => Promise<Answer<T>>): Promise<Answer<T>> {
  return insist(line, async (desk) => {
    const answer = await ask(desk);
    if (answer.status >= 500) throw new Error(`The desk answered ${answer.status}.`);
    return answer;
  });
}

async function insist<T>(line: Line, ask: (desk: DeskClient) => Promise<T>): Promise<T> {
  const desk = await line.desk();
  try {
    return await ask(desk);
  } catch {
    await pause(5);
    return insist(line, ask);
  }
}
