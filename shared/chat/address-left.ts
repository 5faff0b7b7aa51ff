import { givenAddress } from '../mail/given-address';

const AROUND = /^[\s<("']+|[\s>)"'.,!]+$/g;
const LONGEST = 400;

/** The address that a visitor has left, where that is all they wrote. */
export const addressLeft = (text: string): string | undefined =>
  text.length > LONGEST ? undefined : givenAddress.safeParse(text.replace(AROUND, '')).data;
