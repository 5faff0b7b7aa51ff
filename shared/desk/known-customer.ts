import type { Customer } from '../ticket/events';
import type { Desk } from './ports';

/** Whether somebody is who their address or number says, or only says so. */
export type Proof = 'proven' | 'said';

/**
 * A customer as our lists know them (P11). Anybody can write an address, so what it merely says gives the organisation,
 * by which a customer's tickets are found together, and no standing; that needs proof: of a mail that its domain sent
 * it, of a call an agent who has spoken with the caller.
 */
export const knownCustomer =
  ({ customers }: Pick<Desk, 'customers'>) =>
  async (customer: Customer, proof: Proof = 'said'): Promise<Customer> => {
    const known = await customers.whoIs(customer);
    if (!known) return customer;
    const { organisation, standing } = known;
    return {
      ...customer,
      organisation: organisation.name,
      organisationId: organisation.id,
      ...(proof === 'proven' && { standing }),
    };
  };
