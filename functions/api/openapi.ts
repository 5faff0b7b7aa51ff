import * as z from 'zod';
import type { Route } from './route';

/** The API described in OpenAPI 3.1, made from the schemas that its requests are parsed with. */
export const describeApi = (routes: readonly Route[]) => ({
  openapi: '3.1.0',
  info: {
    title: 'Responstid',
    version: '1',
    description: 'Tickets and their promises. Instants are ISO 8601 with an offset. A POST takes an Idempotency-Key.',
  },
  components: {
    securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    schemas: { Refusal: refusal },
  },
  security: [{ bearer: [] }],
  paths: pathsOf(routes),
});

const refusal = z.toJSONSchema(
  z.object({
    error: z.string().describe('The reason, for programs.'),
    message: z.string().describe('What is wrong and what to do, for people.'),
  }),
);

function pathsOf(routes: readonly Route[]): Record<string, Record<string, unknown>> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes)
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  return paths;
}

function operationOf({ method, path, does, body, query }: Route) {
  return {
    summary: does,
    parameters: [...pathParameters(path), ...queryParameters(query), ...(method === 'POST' ? [idempotencyKey] : [])],
    ...(body && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(body) } } } }),
    responses: {
      '2XX': { description: 'Done.' },
      '4XX': {
        description: 'Refused, with the reason.',
        content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
      },
    },
  };
}

const schemaOf = (schema: z.ZodType) => z.toJSONSchema(schema, { io: 'input' });

const pathParameters = (path: string) =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));

const queryParameters = (query: z.ZodObject | undefined) =>
  Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    schema: schemaOf(schema as z.ZodType),
  }));

const idempotencyKey = {
  name: 'Idempotency-Key',
  in: 'header',
  schema: { type: 'string' },
  description: 'Of your choice: the same request sent again with it acts once.',
};
