import * as z from 'zod';
import { ADDRESS_MAX, normaliseAddress } from './address';

/** An address as a person or a program gives it to us, read as those of mails are: one person is one address. */
export const givenAddress = z
  .email('Write an address, kari@kunde.example.')
  .max(ADDRESS_MAX, `At most ${ADDRESS_MAX} characters.`)
  .transform(normaliseAddress);
