import { type Clock, iso } from './clock';
import type { Faults } from './faults';
import { answeredInstead, faultOfAddress } from './s3-addresses';
import { unchunk } from './s3-body';
import { type Listed, type NewObject, type ObjectHead, type Objects, objectsIn, type Place } from './s3-objects';
import { type Operation, type ServiceError, serve, xml } from './stand-in';
import type { HttpAnswer, HttpRequest, HttpResponse } from './stand-in-server';
import type { Store } from './store';

interface Shelf {
  objects: Objects;
  clock: Clock;
}

/**
 * S3 in path style. Every bucket is there. A presigned address is checked, signature and time, as it is all that whoever
 * follows it has to show; the desk's own calls are not, nor are checksums.
 */
export function startS3({ store, clock, faults, port }: { store: Store; clock: Clock; faults: Faults; port?: number }) {
  return serve<Shelf>({
    port,
    operationOf,
    operations: OPERATIONS,
    state: { objects: objectsIn(store), clock },
    refuse,
    fault: (operation) => faults.take('s3', operation),
  });
}

const checked =
  (operation: Operation<Shelf>): Operation<Shelf> =>
  async (shelf, request) => {
    const fault = faultOfAddress(request, shelf.clock.now());
    return fault ? refuse(fault) : operation(shelf, request);
  };

const OPERATIONS: Record<string, Operation<Shelf>> = {
  PutObject: checked(putObject),
  CopyObject: copyObject,
  GetObject: checked(getObject),
  HeadObject: headObject,
  DeleteObject: deleteObject,
  ListObjectsV2: listObjects,
};

function operationOf({ method, path, query, headers }: HttpRequest): string {
  if (query.get('list-type') === '2') return 'ListObjectsV2';
  if (!placeIn(path).key) return `${method} of a bucket`;
  if (method === 'PUT') return headers['x-amz-copy-source'] ? 'CopyObject' : 'PutObject';
  return { GET: 'GetObject', HEAD: 'HeadObject', DELETE: 'DeleteObject' }[method] ?? `${method} of an object`;
}

async function putObject({ objects, clock }: Shelf, request: HttpRequest): Promise<HttpAnswer> {
  const body = isChunked(request) ? unchunk(request.body) : request.body;
  if (!body) return refuse(INCOMPLETE_BODY);
  if (request.headers['if-none-match'] === '*' && (await objects.get(placeIn(request.path)))) return refuse(IS_THERE);
  const object: NewObject = { body, headers: keptHeaders(request), at: clock.now() };
  const { etag } = await objects.put(placeIn(request.path), object);
  return { status: 200, headers: { etag } };
}

async function copyObject({ objects, clock }: Shelf, request: HttpRequest): Promise<HttpAnswer> {
  const from = await objects.get(placeIn(String(request.headers['x-amz-copy-source']).replace(/\?.*$/, '')));
  if (!from) return refuse(NO_SUCH_KEY);
  const headers = request.headers['x-amz-metadata-directive'] === 'REPLACE' ? keptHeaders(request) : from.headers;
  const object = { body: from.body, headers, at: clock.now() };
  const { etag, modifiedAt } = await objects.put(placeIn(request.path), object);
  return xmlAnswer('CopyObjectResult', `<LastModified>${iso(modifiedAt)}</LastModified><ETag>${xml(etag)}</ETag>`);
}

async function getObject({ objects }: Shelf, request: HttpRequest): Promise<HttpAnswer> {
  const found = await objects.get(placeIn(request.path));
  if (!found) return refuse(NO_SUCH_KEY);
  return { status: 200, headers: { ...answeredHeaders(found), ...answeredInstead(request) }, body: found.body };
}

/** What GetObject would answer, without the bytes; of what is not there it says no more than that. */
async function headObject({ objects }: Shelf, { path }: HttpRequest): Promise<HttpAnswer> {
  const found = await objects.get(placeIn(path));
  if (!found) return { status: 404 };
  return { status: 200, headers: { ...answeredHeaders(found), 'content-length': String(found.size) } };
}

async function deleteObject({ objects }: Shelf, { path }: HttpRequest): Promise<HttpAnswer> {
  await objects.remove(placeIn(path));
  return { status: 204 };
}

async function listObjects({ objects }: Shelf, { path, query }: HttpRequest): Promise<HttpAnswer> {
  if (query.has('delimiter')) return refuse(NO_DELIMITER);
  const { bucket } = placeIn(path);
  const prefix = query.get('prefix') ?? '';
  const token = query.get('continuation-token');
  const after = token === null ? (query.get('start-after') ?? '') : Buffer.from(token, 'base64url').toString();
  const limit = Math.min(Number(query.get('max-keys') ?? PAGE), PAGE);
  return listAnswer({ bucket, prefix, limit }, await objects.list(bucket, prefix, after, limit));
}

function listAnswer(asked: { bucket: string; prefix: string; limit: number }, { objects, next }: Listed): HttpResponse {
  const contents = objects.map(
    ({ key, modifiedAt, etag, size }) =>
      `<Contents><Key>${xml(key)}</Key><LastModified>${iso(modifiedAt)}</LastModified><ETag>${xml(etag)}</ETag>` +
      `<Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`,
  );
  const token = next === undefined ? '' : Buffer.from(next).toString('base64url');
  return xmlAnswer(
    'ListBucketResult',
    `<Name>${xml(asked.bucket)}</Name><Prefix>${xml(asked.prefix)}</Prefix><MaxKeys>${asked.limit}</MaxKeys>` +
      `<KeyCount>${objects.length}</KeyCount><IsTruncated>${next !== undefined}</IsTruncated>` +
      `${token && `<NextContinuationToken>${token}</NextContinuationToken>`}${contents.join('')}`,
  );
}

function placeIn(path: string): Place {
  const [bucket = '', ...key] = path.replace(/^\//, '').split('/');
  return { bucket, key: decodeURIComponent(key.join('/')) };
}

const isChunked = ({ headers }: HttpRequest) => /\baws-chunked\b/.test(headers['content-encoding'] ?? '');

function keptHeaders({ headers }: HttpRequest): Record<string, string> {
  const encoding = headers['content-encoding']?.replace(/aws-chunked,?\s*/, '');
  const kept = Object.entries({ ...headers, 'content-encoding': encoding }).filter(([name]) => KEPT.test(name));
  return Object.fromEntries(kept.flatMap(([name, value]) => (value ? [[name, String(value)]] : [])));
}

const answeredHeaders = ({ headers, etag, modifiedAt }: ObjectHead) => ({
  'content-type': 'binary/octet-stream',
  ...headers,
  etag,
  'last-modified': new Date(modifiedAt).toUTCString(),
});

const xmlAnswer = (root: string, content: string): HttpResponse => ({
  status: 200,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<${root} xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${content}</${root}>`,
});

const refuse = ({ status, error, message }: ServiceError): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${xml(error)}</Code><Message>${xml(message)}</Message></Error>`,
});

const PAGE = 1_000;
const KEPT = /^(content-(type|encoding|disposition|language)|cache-control|expires|x-amz-meta-.*)$/;
const NO_SUCH_KEY = { status: 404, error: 'NoSuchKey', message: 'The specified key does not exist.' };
const INCOMPLETE_BODY = { status: 400, error: 'IncompleteBody', message: 'The body ends before its last chunk.' };
const IS_THERE = { status: 412, error: 'PreconditionFailed', message: 'There is an object of this name.' };
const NO_DELIMITER = { status: 501, error: 'NotImplemented', message: 'The local desk lists without a delimiter.' };
