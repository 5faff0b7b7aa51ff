import { reasonToWithhold } from '../../../shared/ticket/contact';

const RETURNED = { undeliverable: { at: 1, diagnostic: '550' } };
const COMPLAINED = { complainedAt: 1 };

describe('automatic mail', () => {
  it.each([
    ['goes to an address of which nothing is known', undefined, undefined],
    ['goes to one whose language is all that is known', { language: 'nb' as const }, undefined],
    ['is withheld where our mail came back', RETURNED, 'undeliverable'],
    ['is withheld where somebody complained of it', COMPLAINED, 'complained'],
    ['is withheld for the complaint first, which no delivery takes back', { ...RETURNED, ...COMPLAINED }, 'complained'],
  ])('%s', (_, contact, reason) => {
    expect(reasonToWithhold(contact, true)).toBe(reason);
  });
});

it.each([[RETURNED], [COMPLAINED]])('what a person has written is sent all the same, to %o', (contact) => {
  expect(reasonToWithhold(contact, false)).toBeUndefined();
});
