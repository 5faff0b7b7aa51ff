import { isSame, type Organisation, type Person, type Trait, traitsOfPerson } from './organisation';
import type { PhoneNumber } from './phone-number';

/** Whom something comes from, as far as our lists of customers tell. */
export interface KnownPerson {
  readonly organisation: Pick<Organisation, 'id' | 'name'>;
  /** Nobody certain, where only the domain is known, or a switchboard's number that several share. */
  readonly person?: Pick<Person, 'name'>;
  readonly standing: Standing;
}

/** One of level 1 (P11), or somebody else of the same organisation. */
export type Standing = 'super-user' | 'colleague';

/** What somebody is asked about by, as it identifies: the address and its domain, and the number. */
export interface Asked {
  readonly address?: string | undefined;
  readonly domain?: { readonly is: string; readonly isPublic: boolean } | undefined;
  readonly number?: PhoneNumber | undefined;
}

/** The surest first: an address and a number are somebody's, a domain is many people's, and a public one is anybody's. */
export const traitsAsked = ({ address, number, domain }: Asked): readonly Trait[] => [
  ...(address ? [{ by: 'address', is: address } as const] : []),
  ...(number ? [{ by: 'phone', is: number } as const] : []),
  ...(domain && !domain.isPublic ? [{ by: 'domain', is: domain.is } as const] : []),
];

/** Who bears a trait at an organisation; nobody, where the organisation does not list it. */
export function knownBy(trait: Trait, { id, name, domains, people }: Organisation): KnownPerson | undefined {
  const organisation = { id, name };
  if (trait.by === 'domain') return domains.includes(trait.is) ? { organisation, standing: 'colleague' } : undefined;
  const [bearer, ...others] = people.filter((person) => traitsOfPerson(person).some((one) => isSame(one, trait)));
  if (!bearer) return undefined;
  if (others.length > 0) return { organisation, standing: 'colleague' };
  return { organisation, person: { name: bearer.name }, standing: bearer.superUser ? 'super-user' : 'colleague' };
}
