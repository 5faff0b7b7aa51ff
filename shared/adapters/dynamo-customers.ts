import type { Organisation, Trait } from '../customers/organisation';
import { type KnownPerson, knownBy } from '../customers/who-is';
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
  whoIs: (asked) => whoIs(table, asked),
  organisation: async (id) => (await keptOf(table, id)).organisation,
  organisations: () => allOf(table),
  keep: (organisation) => keepWhole({ table, organisation, now }),
});

type Asked = Parameters<Customers['whoIs']>[0];

// A moment old will do here, at half the price.
async function whoIs(table: Table, asked: Asked): Promise<KnownPerson | undefined> {
  const traits = traitsAsked(asked);
  const lookups = await Promise.all(traits.map(({ by, is }) => itemOf(table, lookupKey({ by, is }), false)));
  for (const [n, trait] of traits.entries()) {
    const holder = lookups[n]?.['organisation'];
    const { organisation } = holder === undefined ? {} : await keptOf(table, String(holder), false);
    const known = organisation && knownBy(trait, organisation);
    if (known) return known;
  }
  return undefined;
}

/** The surest first: an address and a number are somebody's, a domain is many people's, and a public one is anybody's. */
function traitsAsked({ email, phone }: Asked): Trait[] {
  const address = email ? normaliseAddress(email) : '';
  const domain = domainOf(address);
  const number = phone && phoneNumberOf(phone);
  return [
    ...(address ? [{ by: 'address', is: address } as const] : []),
    ...(number ? [{ by: 'phone', is: number } as const] : []),
    ...(domain && !isPublicDomain(domain) ? [{ by: 'domain', is: domain } as const] : []),
  ];
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
