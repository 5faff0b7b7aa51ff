import type { LinkedFile } from '../../../shared/chat/inbound';
import { keepVisitorsFiles } from '../../../shared/desk/keep-visitors-files';
import type { Desk, FetchedFile } from '../../../shared/desk/ports';

const file = (name: string): LinkedFile => ({ name, url: `https://filer.example/${name}` });
const PNG = { type: 'image/png', bytes: Buffer.from('bilde') };

/** A desk that can fetch what the test says, and remembers what it keeps. */
function deskWith(fetch: (file: LinkedFile) => FetchedFile | undefined) {
  const kept: string[] = [];
  const write = async (key: string) => void kept.push(key);
  // The edge: of the desk only these are used here.
  const desk = { chats: { fetch: async (one: LinkedFile) => fetch(one) }, files: { write } } as unknown as Desk;
  return { desk, kept };
}

describe('the files of a visitor’s message', () => {
  it('are kept each under a key of its own place, so that one that failed at first takes nothing from another', async () => {
    const files = [file('a.png'), file('b.png')];
    const first = deskWith(({ name }) => (name === 'b.png' ? PNG : undefined));
    expect(await keepVisitorsFiles(first.desk, 'k', files)).toMatchObject({
      attachments: [{ name: 'b.png', key: 'attachments/k-1/0' }],
      links: ['a.png: https://filer.example/a.png'],
    });
    const again = deskWith(() => PNG);
    await keepVisitorsFiles(again.desk, 'k', files);
    expect(again.kept).toEqual(['attachments/k-0/0', 'attachments/k-1/0']);
  });

  it('are lines with their addresses beyond the fifth', async () => {
    const files = Array.from({ length: 7 }, (_, n) => file(`${n}.png`));
    const { attachments, links } = await keepVisitorsFiles(deskWith(() => PNG).desk, 'k', files);
    expect([attachments.length, links]).toEqual([
      5,
      ['5.png: https://filer.example/5.png', '6.png: https://filer.example/6.png'],
    ]);
  });

  it('bear the type that the provider tells, else the one they came with, and never one that is none', async () => {
    const files = [{ ...file('a'), type: 'text/csv' }, file('b'), { ...file('c'), type: 'image' }];
    const { attachments } = await keepVisitorsFiles(deskWith(() => PNG).desk, 'k', files);
    expect(attachments.map(({ type }) => type)).toEqual(['text/csv', 'image/png', 'application/octet-stream']);
  });
});
