import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A chat provider's end: takes replies, and answers them if it is told to. */
export interface ReplyLine {
  readonly url: string;
  /** The ids of the letters that came, as often as they came. */
  readonly letters: readonly string[];
  /** Done when the next reply has come; it is not answered yet. */
  nextLetter(): Promise<string>;
  stop(): Promise<void>;
}

export async function startReplyLine({ answers }: { readonly answers: boolean }): Promise<ReplyLine> {
  const letters: string[] = [];
  let tell = (_: string) => {};
  const server = createServer(({ headers }, response) => {
    const letter = String(headers['webhook-id']);
    letters.push(letter);
    tell(letter);
    if (answers) response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/replies`,
    letters,
    nextLetter: () =>
      new Promise((resolve) => {
        tell = resolve;
      }),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
