import { GetCommand } from '@aws-sdk/lib-dynamodb';
import { type Organisation, type Trait, traitsOf } from '../customers/organisation';
import { type Instant, SECOND } from '../promises/instant';
import { type Item, putIf, type Table } from './table';

export const ORGANISATION = 'ORGANISATION';

/** An organisation as it is kept; `revision` is the lock on it. */
export interface KeptOrganisation {
  readonly revision: number;
  /** Nothing, where it came to be kept no more. */
  readonly organisation?: Organisation | undefined;
  /** What it was found by before, until the lookups are gone. */
  readonly former: readonly Trait[];
  /** While its lookups are being set, what was kept whole before: there it goes back if it can't have them all. */
  readonly before?: { readonly organisation?: Organisation | undefined };
}

/** What is certain to have all its lookups. */
export const wholeIn = ({ organisation, before }: KeptOrganisation): Organisation | undefined =>
  before ? before.organisation : organisation;

/** All that an organisation claims: what it is to have, and what it goes back to. */
export const claimedBy = (kept: KeptOrganisation): readonly Trait[] =>
  [kept.organisation, wholeIn(kept)].flatMap((one) => (one ? traitsOf(one) : []));

/** Where a lookup points; to nobody, once its organisation has let go of it. */
export interface Lookup {
  readonly revision: number;
  readonly organisation?: string;
}

interface Key extends Item {
  readonly pk: string;
  readonly sk: string;
}

const organisationKey = (id: string): Key => ({ pk: ORGANISATION, sk: id });

const PREFIX: Readonly<Record<Trait['by'], string>> = { address: 'PERSON', domain: 'DOMAIN', phone: 'PHONE' };
export const lookupKey = ({ by, is }: Trait): Key => ({ pk: `${PREFIX[by]}#${is}`, sk: ORGANISATION });

export async function itemOf({ client, name }: Table, key: Key, consistent = true): Promise<Item | undefined> {
  const get = new GetCommand({ TableName: name, Key: key, ConsistentRead: consistent });
  return (await client.send(get)).Item;
}

const NEVER_KEPT: KeptOrganisation = { revision: 0, former: [] };

export const keptOf = async (table: Table, id: string, consistent = true): Promise<KeptOrganisation> =>
  ((await itemOf(table, organisationKey(id), consistent)) as KeptOrganisation | undefined) ?? NEVER_KEPT;

/** Puts the organisation where nobody has changed it since that revision; false where somebody has. */
export const replace = (table: Table, id: string, seen: number, kept: KeptOrganisation, at: Instant) =>
  putIf(
    table,
    { ...organisationKey(id), ...kept, ...(!kept.organisation && expiring(at)) },
    {
      ConditionExpression: 'attribute_not_exists(pk) OR revision = :seen',
      ExpressionAttributeValues: { ':seen': seen },
    },
  );

/** Points the lookup of a trait to an organisation; false where it points to another, or has been set since. */
export const claimTrait = (table: Table, trait: Trait, organisation: string, revision: number) =>
  putIf(
    table,
    { ...lookupKey(trait), organisation, revision },
    {
      ConditionExpression: 'attribute_not_exists(organisation) OR (organisation = :id AND revision <= :revision)',
      ExpressionAttributeValues: { ':id': organisation, ':revision': revision },
    },
  );

/** Lets go of a trait that an organisation had up to that revision. */
export const releaseTrait = (table: Table, trait: Trait, organisation: string, revision: number, at: Instant) =>
  putIf(
    table,
    { ...lookupKey(trait), revision, ...expiring(at) },
    {
      ConditionExpression: 'organisation = :id AND revision <= :revision',
      ExpressionAttributeValues: { ':id': organisation, ':revision': revision },
    },
  );

// Nothing here may delete: what is let go of expires, and points to nobody until it is gone.
const expiring = (at: Instant) => ({ expiresAt: Math.ceil(at / SECOND) });
