import * as fc from 'fast-check';
import { ticketIdFrom, ticketIdOf } from '../../../shared/ticket/ids';

describe('a ticket id', () => {
  it('is eight letters in two groups, read back as it was printed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 5, maxLength: 5 }), (bytes) => {
        const id = ticketIdFrom(bytes);
        expect(id).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/);
        expect(ticketIdOf(id)).toBe(id);
      }),
    );
  });

  it('differs wherever the bytes differ', () => {
    const ids = new Set(Array.from({ length: 256 }, (_, byte) => ticketIdFrom(Uint8Array.of(1, 2, 3, 4, byte))));
    expect(ids.size).toBe(256);
  });

  it.each(['7k3m-q9xd', '7K3MQ9XD', ' 7K3M-Q9XD ', '7k3mq9xd'])('is read as people write it: %s', (text) => {
    expect(ticketIdOf(text)).toBe('7K3M-Q9XD');
  });

  it('takes O for 0, and I and L for 1, as they sound and look', () => {
    expect(ticketIdOf('OIL0-1111')).toBe('0110-1111');
  });

  it.each(['', '7K3M', '7K3M-Q9XDA', 'UUUU-UUUU', '7K3M_Q9XD'])('is not “%s”', (text) => {
    expect(ticketIdOf(text)).toBeUndefined();
  });
});
