import { addressLeft } from '../../../shared/chat/address-left';

it.each([
  ['lise@klubb.example', 'lise@klubb.example'],
  [' Lise@Klubb.example.\n', 'lise@klubb.example'],
  ['<lise@klubb.example>', 'lise@klubb.example'],
])('%j leaves an address', (text, address) => {
  expect(addressLeft(text)).toBe(address);
});

it.each(['Skriv til lise@klubb.example', 'lise@klubb.example eller per@klubb.example', 'Hei', '', 'a'.repeat(100_000)])(
  '%.40j leaves none',
  (text) => {
    expect(addressLeft(text)).toBeUndefined();
  },
);
