import { policies } from '../../../infra/policies';
import { type ActAsked, actAsked, actLink, actsForManagement } from '../../../shared/desk/act-links';
import { fileLink } from '../../../shared/desk/links';
import { DAY, SECOND } from '../../../shared/promises/instant';
import { at } from '../../support/desk-time';
import { anna, erik, ROSTER, STAFF, TICKET } from '../../support/ticket-story';

const NIGHT = at('wed 23:00');
const key = { version: '1', key: Buffer.from('a key of these tests alone') };

/** As much of a desk as links need, at an instant. */
const deskAt = (now = NIGHT) => ({
  circumstances: async () => ({ now, policies, staff: STAFF, roster: ROSTER, releases: [] }),
  secrets: { replySecrets: async () => [key], chat: async () => undefined },
  site: () => 'https://desk.example',
});

const take: ActAsked = { ticket: TICKET, agents: [anna], act: 'take' };

const tokenOf = (link: string): string => new URL(link).searchParams.get('token') ?? '';

describe('a link that acts', () => {
  it('is an address at the desk, and says who would do what to which ticket', async () => {
    const link = await actLink(deskAt(), take);
    expect(link).toMatch(/^https:\/\/desk\.example\/act\?token=[\w-]+\.[\w-]+$/);
    expect(await actAsked(deskAt(), tokenOf(link))).toEqual(take);
  });

  it.each([
    ['take', 7],
    ['dismiss', 7],
    ['acknowledge', 14],
  ] as const)('works for so long and no longer (%s: %i days)', async (act, days) => {
    const token = tokenOf(await actLink(deskAt(), { ...take, act }));
    expect(await actAsked(deskAt(NIGHT + days * DAY - SECOND), token)).toMatchObject({ act });
    expect(await actAsked(deskAt(NIGHT + days * DAY), token)).toBe('run-out');
  });

  it('is another one for each letter, so that one that was used spoils no later one', async () => {
    expect(await actLink(deskAt(), take)).not.toBe(await actLink(deskAt(NIGHT + SECOND), take));
  });

  it('is none where it was made for something else', async () => {
    const file = await fileLink(deskAt(), { key: 'attachments/1', name: 'a.pdf' });
    expect(await actAsked(deskAt(), tokenOf(`https://desk.example${file}`))).toBe('forged');
  });
});

describe('management', () => {
  it('acts by its links in the name of the first of them', () => {
    expect(actsForManagement(STAFF)?.id).toBe(erik);
    expect(actsForManagement(STAFF.filter(({ id }) => id !== erik))).toBeUndefined();
  });
});
