import * as z from 'zod';
import { jsonIn, type Operation, type ServiceError, serve } from './stand-in';
import type { HttpAnswer, HttpRequest } from './stand-in-server';

/** Values by their full names: `/responstid/chat-secret`. */
export type Parameters = Record<string, string>;

/** SSM's parameters, fixed from the start and always answered in the clear. */
export function startSsm({ parameters, port }: { parameters: Parameters; port?: number }) {
  return serve<Parameters>({ port, operationOf, operations: OPERATIONS, state: parameters, refuse });
}

const OPERATIONS: Record<string, Operation<Parameters>> = {
  GetParameter: getParameter,
  GetParameters: getParameters,
  GetParametersByPath: getParametersByPath,
};

const operationOf = ({ headers }: HttpRequest) => String(headers['x-amz-target']).replace(/^AmazonSSM\./, '');

async function getParameter(parameters: Parameters, { body }: HttpRequest): Promise<HttpAnswer> {
  const { Name } = z.object({ Name: z.string() }).parse(jsonIn(body));
  const [Parameter] = named([Name], parameters);
  return Parameter ? json(200, { Parameter }) : refuse({ status: 400, error: 'ParameterNotFound', message: Name });
}

async function getParameters(parameters: Parameters, { body }: HttpRequest): Promise<HttpAnswer> {
  const { Names } = z.object({ Names: z.array(z.string()) }).parse(jsonIn(body));
  const Parameters = named(Names, parameters);
  return json(200, { Parameters, InvalidParameters: Names.filter((name) => !Object.hasOwn(parameters, name)) });
}

async function getParametersByPath(parameters: Parameters, { body }: HttpRequest): Promise<HttpAnswer> {
  const { Path, Recursive } = z.object({ Path: z.string(), Recursive: z.boolean().default(false) }).parse(jsonIn(body));
  const folder = Path.replace(/\/*$/, '/');
  const inside = Object.keys(parameters).filter(
    (name) => name.startsWith(folder) && (Recursive || !name.slice(folder.length).includes('/')),
  );
  return json(200, { Parameters: named(inside, parameters) });
}

const named = (names: string[], parameters: Parameters) =>
  names
    .filter((name) => Object.hasOwn(parameters, name))
    .map((Name) => ({ Name, Value: parameters[Name], Type: 'SecureString', Version: 1, DataType: 'text' }));

const refuse = ({ status, error, message }: ServiceError) => json(status, { __type: error, message });

const json = (status: number, body: object): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body),
});
