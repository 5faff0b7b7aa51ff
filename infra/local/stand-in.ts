import * as z from 'zod';
import type { TakenFault } from './faults';
import { type HttpAnswer, type HttpRequest, type Listening, listen } from './stand-in-server';

export interface ServiceError {
  status: number;
  /** The name that AWS gives it. */
  error: string;
  message: string;
}

export type Operation<State> = (state: State, request: HttpRequest) => Promise<HttpAnswer>;

export interface StandIn<State> {
  port?: number | undefined;
  operationOf(request: HttpRequest): string;
  operations: Record<string, Operation<State>>;
  /** What the operations work on. */
  state: State;
  /** Says an error in this service's own format. */
  refuse(error: ServiceError): HttpAnswer;
  /** Asked once for every call, with its operation. */
  fault?(operation: string): TakenFault | undefined;
}

/** A small server that plays one AWS service for the operations that we use. */
export function serve<State>(standIn: StandIn<State>): Promise<Listening> {
  return listen({
    port: standIn.port,
    handle: (request) => play(standIn, request).catch((error: Error) => standIn.refuse(broken(error))),
  });
}

/** Escapes text for an XML answer. */
export const xml = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** The JSON of a body; undefined, which no schema takes, if it is none. */
export function jsonIn(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString());
  } catch {
    return undefined;
  }
}

async function play<State>(standIn: StandIn<State>, request: HttpRequest): Promise<HttpAnswer> {
  const name = standIn.operationOf(request);
  const operation = standIn.operations[name];
  if (!operation) return standIn.refuse(unknown(name));
  const fault = standIn.fault?.(name);
  if (fault?.when === 'before') return standIn.refuse({ ...fault, message: `${name} was made to fail.` });
  const answer = await operation(standIn.state, request);
  return fault ? 'no answer' : answer;
}

const unknown = (operation: string) => ({
  status: 501,
  error: 'NotImplemented',
  message: `The local desk does not play ${operation}.`,
});

/** What a schema or an expression does not take is the caller's mistake; all else is ours. */
const broken = (error: Error) => {
  if (error instanceof z.ZodError)
    return { status: 400, error: 'ValidationException', message: z.prettifyError(error) };
  if (error instanceof RangeError) return { status: 400, error: 'ValidationException', message: error.message };
  return { status: 500, error: 'InternalError', message: error.message };
};
