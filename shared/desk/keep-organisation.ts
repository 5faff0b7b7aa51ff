import type { Organisation, Trait } from '../customers/organisation';
import { isPublicDomain } from '../mail/public-domains';
import { Refusal } from '../ticket/refusal';
import type { Desk, Taken } from './ports';

/** Keeps a customer's organisation; refuses what would make its people be taken for others, or others for them. */
export const keepOrganisation =
  ({ customers }: Pick<Desk, 'customers'>) =>
  async (organisation: Organisation): Promise<Organisation> => {
    const open = organisation.domains.find(isPublicDomain);
    if (open) throw new Refusal('bad-request', `Anybody can have an address at ${open}. ${INSTEAD}`, { domain: open });
    const taken = await customers.keep(organisation);
    if (taken) throw refusalOf(taken);
    return organisation;
  };

const INSTEAD = 'List the addresses of the people there instead of the domain.';

const WORDS: Readonly<Record<Trait['by'], string>> = { address: 'address', domain: 'domain', phone: 'number' };

const refusalOf = ({ trait, by }: Taken): Refusal =>
  new Refusal(
    'bad-request',
    `The ${WORDS[trait.by]} ${trait.is} is of “${by.name}”. Take it away there first, or leave it out here.`,
    { [trait.by]: trait.is, takenBy: by },
  );
