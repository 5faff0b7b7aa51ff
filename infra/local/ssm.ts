import * as z from 'zod';
import { jsonIn, type Operation, type ServiceError, serve } from './stand-in';
import type { HttpAnswer, HttpRequest } from './stand-in-server';

/** Values by their full names: `/responstid/chat-secret`. */
export type Parameters = Record<string, string>;

/** SSM's parameters, fixed from the start and always answered in the clear. */
export function startSsm({ parameters, port }: { parameters: Parameters; port?: number }) {
  return serve<Parameters>({ port, operationOf, operations: OPERATIONS, state: parameters, refuse });
}

const OPERATIONS: Record<string, Operation<Parameters>> = { GetParameter: getParameter };

const operationOf = ({ headers }: HttpRequest) => String(headers['x-amz-target']).replace(/^AmazonSSM\./, '');

async function getParameter(parameters: Parameters, { body }: HttpRequest): Promise<HttpAnswer> {
  const { Name } = z.object({ Name: z.string() }).parse(jsonIn(body));
  if (!Object.hasOwn(parameters, Name)) return refuse({ status: 400, error: 'ParameterNotFound', message: Name });
  const Parameter = { Name, Value: parameters[Name], Type: 'SecureString', Version: 1, DataType: 'text' };
  return json(200, { Parameter });
}

const refuse = ({ status, error, message }: ServiceError) => json(status, { __type: error, message });

const json = (status: number, body: object): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body),
});
