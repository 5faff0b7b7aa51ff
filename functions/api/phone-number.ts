import { phoneNumberOf } from '../../shared/desk/phone-number';
import { readBy } from './read-by';

/** A telephone number in a body, as people write it. */
export const phoneNumber = readBy(
  (written) => phoneNumberOf(written),
  (written) => `“${written}” is no telephone number. Write one as “+47 900 00 001”.`,
);
