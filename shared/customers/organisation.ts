import type { PhoneNumber } from './phone-number';

/** Somebody at a customer's. Addresses are kept as they identify: in lower case, the domain in ASCII. */
export interface Person {
  readonly name: string;
  readonly emails: readonly string[];
  readonly phones: readonly PhoneNumber[];
  /** Level 1 is the customer's own super users (P11). */
  readonly superUser: boolean;
}

/** A customer of ours, with its people; whoever writes from one of its domains is somebody else there. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  /** In lower case and ASCII. None at which anybody can have an address. */
  readonly domains: readonly string[];
  readonly people: readonly Person[];
}

/** What somebody is recognised by; each belongs to one organisation at most. */
export interface Trait {
  readonly by: 'address' | 'domain' | 'phone';
  readonly is: string;
}

/** All that an organisation is recognised by, each once, always in the same order. */
export function traitsOf({ domains, people }: Organisation): readonly Trait[] {
  const all = [...domains.map((is) => ({ by: 'domain', is }) as const), ...people.flatMap(traitsOfPerson)];
  const each = new Map(all.map((trait) => [nameOf(trait), trait]));
  return [...each].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, trait]) => trait);
}

export const traitsOfPerson = ({ emails, phones }: Person): readonly Trait[] => [
  ...emails.map((is) => ({ by: 'address', is }) as const),
  ...phones.map((is) => ({ by: 'phone', is }) as const),
];

/** The traits that are not among the others, each once. */
export function without(traits: readonly Trait[], others: readonly Trait[]): readonly Trait[] {
  const taken = new Set(others.map(nameOf));
  return [...new Map(traits.map((trait) => [nameOf(trait), trait])).values()].filter(
    (trait) => !taken.has(nameOf(trait)),
  );
}

export const isSame = (one: Trait, other: Trait): boolean => nameOf(one) === nameOf(other);

const nameOf = ({ by, is }: Trait): string => `${by} ${is}`;
