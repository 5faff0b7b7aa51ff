import { guard } from '../../../shared/mail/guard';

const MEGABYTE = 1024 * 1024;

it.each([
  ['40 MB', 'a'.repeat(40 * MEGABYTE), undefined],
  ['a byte more', 'a'.repeat(40 * MEGABYTE + 1), 'too-large'],
  ['2,000,000 lines', '\n'.repeat(2_000_000), undefined],
  ['a line more', '\n'.repeat(2_000_001), 'too-many-lines'],
  ['10,000 lines that begin like a delimiter', '--\n'.repeat(10_000), undefined],
  ['a delimiter more', '--\n'.repeat(10_001), 'too-many-parts'],
  ['dashes within lines', 'a--\n'.repeat(20_000), undefined],
  ['nothing', '', undefined],
])('%s of mail is let through or not', (_, mail, obstacle) => expect(guard(Buffer.from(mail))).toBe(obstacle));
