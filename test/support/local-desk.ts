import { connect } from 'node:net';
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer';
import type { SentLetter } from '../../infra/local/sent';

/** A local desk as its users meet it: by SMTP and HTTP alone, wherever it runs. */
export interface DeskClient {
  /** Sends a mail as a mail client does; answers what the door said. */
  mail(mail?: Partial<SendMailOptions>): Promise<string>;
  /** Sends raw bytes by hand, for what no decent client would send; answers the last line of the door. */
  rawMail(raw: Buffer | string, envelope?: { from?: string; to?: string }): Promise<string>;
  api<T = TicketJson>(
    agent: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Answer<T>>;
  request(path: string, init?: RequestInit): Promise<Answer<unknown>>;
  sent(): Promise<readonly SentLetter[]>;
  /** The letters to an address, oldest first. */
  lettersTo(address: string): Promise<readonly SentLetter[]>;
  schedules(): Promise<readonly ScheduleJson[]>;
  /** The schedules of tickets, by ticket. */
  alarms(): Promise<Readonly<Record<string, string>>>;
  moveClock(to: string): Promise<Answer<unknown>>;
  settle(): Promise<void>;
  fault(fault: {
    service: string;
    operation: string;
    times?: number;
    error?: string;
    when?: 'before' | 'after';
  }): Promise<void>;
  tickets(queue?: string): Promise<readonly TicketJson[]>;
}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
}

export interface ScheduleJson {
  readonly name: string;
  readonly group: string;
  readonly expression: string;
  readonly timeZone: string;
  readonly input: string;
}

/** A ticket as the API gives it, as far as the tests look. */
export interface TicketJson {
  readonly id: string;
  readonly subject: string;
  readonly channel: string;
  readonly status: string;
  readonly kind: string | null;
  readonly severity: string | null;
  readonly level: number;
  readonly assignee: string | null;
  readonly customer: { readonly name?: string; readonly email?: string; readonly phone?: string };
  readonly receivedAt: string;
  readonly begunAt: string | null;
  readonly resolvedAt: string | null;
  readonly promise: {
    readonly beginTarget: string;
    readonly beginLatest: string;
    readonly managementAt: string | null;
    readonly missed: boolean;
    readonly trace: unknown;
  };
  readonly seen: number;
  readonly follows?: string;
  readonly held: readonly { readonly held: number; readonly doubt: string }[];
  readonly undeliverable: readonly string[];
  readonly timeline: readonly TimelineEntry[];
  readonly letters: readonly {
    readonly id: string;
    readonly letter: string;
    readonly is: string;
    readonly uncertain: boolean;
    readonly reason?: string;
    readonly deliveredAt?: string;
    readonly delayedAt?: string;
    readonly returnedAt?: string;
    readonly complainedAt?: string;
  }[];
}

export interface TimelineEntry {
  readonly at: string;
  readonly type: string;
  readonly text?: string;
  readonly by?: string;
  readonly attachments?: readonly { readonly name: string; readonly bytes: number }[];
}

export const KARI = 'kari@kunde.example';

const MAIL: SendMailOptions = {
  from: `"Kari Nordmann" <${KARI}>`,
  to: 'support@desk.test',
  subject: 'Får ikke åpnet skjemaet',
  text: 'Hei! Jeg får ikke åpnet påmeldingsskjemaet. Kan dere hjelpe meg?\n\nHilsen Kari',
};

/** Brings mail to the door: each by a connection of its own, or all by a kept one, which is not greeted anew each time. */
export function postman(port: number, { pool = false } = {}) {
  const door = { host: '127.0.0.1', port, secure: false, ignoreTLS: true };
  const transport: Transporter = pool ? createTransport({ ...door, pool }) : createTransport(door);
  return {
    bring: async (mail: SendMailOptions): Promise<string> => (await transport.sendMail(mail)).response ?? '',
    leave: () => transport.close(),
  };
}

export function clientOf(httpUrl: string, smtpPort: number, { bring } = postman(smtpPort)): DeskClient {
  const request = async (path: string, init: RequestInit = {}): Promise<Answer<unknown>> => {
    const response = await fetch(`${httpUrl}${path}`, init);
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined };
  };
  const post = (path: string, body: unknown) => request(path, { method: 'POST', body: JSON.stringify(body) });
  const api = async <T>(agent: string, path: string, body?: unknown, headers: Record<string, string> = {}) => {
    const init = {
      headers: { authorization: `Bearer local-${agent}`, 'content-type': 'application/json', ...headers },
      ...(body !== undefined && { method: 'POST', body: JSON.stringify(body) }),
    };
    return (await request(`/api${path}`, init)) as Answer<T>;
  };
  const sent = async () => (await request('/local/sent')).body as readonly SentLetter[];
  const schedules = async () => (await request('/local/schedules')).body as readonly ScheduleJson[];
  return {
    request,
    api,
    sent,
    schedules,
    mail: (mail = {}) => bring({ ...MAIL, ...mail }),
    rawMail: (raw, { from = KARI, to = 'support@desk.test' } = {}) => sendRaw(smtpPort, raw, from, to),
    lettersTo: async (address) => (await sent()).filter(({ to }) => to.split(', ').includes(address)),
    alarms: async () =>
      Object.fromEntries(
        (await schedules())
          .filter(({ group }) => group === 'ticket-alarms')
          .map(({ name, expression }) => [name, expression]),
      ),
    moveClock: (to) => post('/local/clock', { to }),
    settle: async () => {
      const { status, body } = await post('/local/settle', {});
      if (status !== 200) throw new Error(`The desk does not come to rest: ${JSON.stringify(body)}`);
    },
    fault: async (fault) => {
      const { status, body } = await post('/local/faults', fault);
      if (status !== 200) throw new Error(`No such fault: ${JSON.stringify(body)}`);
    },
    tickets: async (queue = 'open') =>
      (await api<{ tickets: readonly TicketJson[] }>('anna', `/tickets?queue=${queue}`)).body.tickets,
  };
}

/** Speaks SMTP by hand, one line at a time; stops at the first refusal and answers it. */
function sendRaw(port: number, raw: Buffer | string, from: string, to: string): Promise<string> {
  const data = Buffer.concat([Buffer.from(raw), Buffer.from('\r\n.\r\n')]);
  const lines = [`EHLO client.example`, `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', data];
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let answer = '';
    socket.once('error', reject);
    socket.on('data', (chunk) => {
      answer += chunk;
      const last = answer.trimEnd().split('\r\n').at(-1) ?? '';
      if (!answer.endsWith('\r\n') || !/^\d{3} /.test(last)) return;
      answer = '';
      const next = lines.shift();
      if (/^[45]/.test(last) || next === undefined) {
        socket.end();
        resolve(last);
      } else socket.write(typeof next === 'string' ? `${next}\r\n` : next);
    });
  });
}
