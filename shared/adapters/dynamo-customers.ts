import type { Organisation } from '../customers/organisation';
import { type Asked, type KnownPerson, knownBy, traitsAsked } from '../customers/who-is';
import { phoneNumberOf } from '../desk/phone-number';
import type { Customers } from '../desk/ports';
import { domainOf, normaliseAddress } from '../mail/address';
import { isPublicDomain } from '../mail/public-domains';
import type { Instant } from '../promises/instant';
import { itemOf, type KeptOrganisation, keptOf, lookupKey, ORGANISATION } from './customer-items';
import { keepWhole } from './keep-whole';
import { itemsOf, type Table } from './table';

/**
 * Customers' organisations, each whole in one item, and found by a lookup item for each address, number and domain.
 * A lookup only points: what it says is true where the organisation's own item says so too.
 */
export const dynamoCustomers = (table: Table, now: () => Instant): Customers => ({
  whoIs: (written) => whoIs(table, written),
  organisation: async (id) => (await keptOf(table, id)).organisation,
  organisations: () => allOf(table),
  keep: (organisation) => keepWhole({ table, organisation, now }),
});

type AsWritten = Parameters<Customers['whoIs']>[0];

// A moment old will do here, at half the price.
async function whoIs(table: Table, written: AsWritten): Promise<KnownPerson | undefined> {
  const traits = traitsAsked(normalised(written));
  const lookups = await Promise.all(traits.map(({ by, is }) => itemOf(table, lookupKey({ by, is }), false)));
  for (const [n, trait] of traits.entries()) {
    const holder = lookups[n]?.['organisation'];
    const { organisation } = holder === undefined ? {} : await keptOf(table, String(holder), false);
    const known = organisation && knownBy(trait, organisation);
    if (known) return known;
  }
  return undefined;
}

function normalised({ email, phone }: AsWritten): Asked {
  const address = email && normaliseAddress(email);
  const domain = address && domainOf(address);
  return {
    address,
    domain: domain ? { is: domain, isPublic: isPublicDomain(domain) } : undefined,
    number: phone ? phoneNumberOf(phone) : undefined,
  };
}

async function allOf(table: Table): Promise<Organisation[]> {
  const all: Organisation[] = [];
  const query = { KeyConditionExpression: 'pk = :all', ExpressionAttributeValues: { ':all': ORGANISATION } };
  for await (const item of itemsOf(table, { ...query, ConsistentRead: true })) {
    const { organisation } = item as unknown as KeptOrganisation;
    if (organisation) all.push(organisation);
  }
  return all;
}
