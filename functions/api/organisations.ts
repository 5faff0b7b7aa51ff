import * as z from 'zod';
import type { Organisation } from '../../shared/customers/organisation';
import { keepOrganisation } from '../../shared/desk/keep-organisation';
import type { Desk } from '../../shared/desk/ports';
import { domainOf, normaliseAddress } from '../../shared/mail/address';
import { givenAddress } from '../../shared/mail/given-address';
import { Refusal } from '../../shared/ticket/refusal';
import { jsonOf } from '../edge/request';
import { json, type Response } from '../edge/response';
import { line } from './bodies';
import { phoneNumber } from './phone-number';
import { type Call, onceKey, type Route } from './route';

const DOMAIN = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

const domain = z
  .string()
  .trim()
  .max(255)
  .transform((written) => domainOf(normaliseAddress(`anybody@${written}`)))
  .refine((name) => DOMAIN.test(name), 'Write a domain, kunde.example.');

const person = z.strictObject({
  name: line,
  emails: z.array(givenAddress).max(10).default([]),
  phones: z.array(phoneNumber).max(10).default([]),
  superUser: z.boolean().default(false),
});

const organisation = z.strictObject({
  name: line,
  domains: z.array(domain).max(20).default([]),
  people: z.array(person).max(200, 'At most 200 people.').default([]),
});

/** The customers whose people we know (P11). */
export const ORGANISATION_ROUTES: readonly Route[] = [
  { method: 'GET', path: '/api/organisations', does: 'List the organisations with their people.', answer: list },
  { method: 'POST', path: '/api/organisations', does: 'Add an organisation.', body: organisation, answer: add },
  { method: 'GET', path: '/api/organisations/{id}', does: 'Read an organisation.', answer: read },
  {
    method: 'POST',
    path: '/api/organisations/{id}',
    does: 'Keep an organisation as it is written here, whole.',
    body: organisation,
    answer: keep,
  },
];

async function list({ desk }: Call): Promise<Response> {
  return json(200, { organisations: await desk.customers.organisations() });
}

async function add(call: Call): Promise<Response> {
  const { desk, request } = call;
  const body = organisation.parse(jsonOf(request));
  const id = onceKey(call);
  // The same request again finds what it has made, whatever has become of it since.
  const made = await desk.customers.organisation(id);
  return json(201, made ?? (await keepOrganisation(desk)({ id, ...body })));
}

async function read({ desk, parameters }: Call): Promise<Response> {
  return json(200, await organisationOf(desk, parameters));
}

async function keep({ desk, request, parameters }: Call): Promise<Response> {
  const { id } = await organisationOf(desk, parameters);
  return json(200, await keepOrganisation(desk)({ id, ...organisation.parse(jsonOf(request)) }));
}

async function organisationOf(
  { customers }: Desk,
  { id = '' }: Readonly<Record<string, string>>,
): Promise<Organisation> {
  const known = id && (await customers.organisation(id));
  if (known) return known;
  throw new Refusal('no-such-path', `There is no organisation “${id}”.`);
}
