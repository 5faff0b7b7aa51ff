import type { Customer } from '../../ticket/events';
import { tidyLine } from '../repair';

/** Who a customer is and how they are reached, in a letter to staff; nothing where we know nothing. */
export const customerInFull = ({ name, organisation, email, phone }: Customer): string =>
  onOneLine([name, organisation, email, phone]);

/** Who a customer is: by name, else by what we reach them by. */
export const customerInShort = (customer: Customer): string => calledBy(customer) || reachedBy(customer);

export const calledBy = ({ name, organisation }: Customer): string => onOneLine([name, organisation]);
export const reachedBy = ({ email, phone }: Customer): string => onOneLine([email ?? phone]);

// Whatever a stranger calls themselves stays on its own line, so that it can't pass for another fact.
const onOneLine = (parts: readonly (string | undefined)[]): string =>
  parts
    .map((part = '') => tidyLine(part))
    .filter(Boolean)
    .join(', ');
