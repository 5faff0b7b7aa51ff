import { eventOf } from '../../../infra/local/http-api-event';
import type { HttpRequest } from '../../../infra/local/stand-in-server';
import { desk } from './stand-ins';

const { clock } = desk();

type Parts = Partial<Omit<HttpRequest, 'headers'>> & { headers?: Record<string, string> };

function request({ rawQuery = '', headers = {}, ...more }: Parts): HttpRequest {
  const rawHeaders = Object.entries({ Host: 'localhost:8080', 'User-Agent': 'curl/8', ...headers }).flat();
  const query = new URLSearchParams(rawQuery);
  const plain = { method: 'GET', path: '/', httpVersion: '1.1', sourceIp: '127.0.0.1', body: Buffer.alloc(0) };
  return { ...plain, rawQuery, query, headers, rawHeaders, ...more };
}

const event = (parts: Parts) => eventOf(request(parts), { requestId: 'id-1', now: clock.now() });
const body = (text: string | Buffer, contentType?: string) =>
  event({ method: 'POST', body: Buffer.from(text), headers: contentType ? { 'content-type': contentType } : {} });

it('a request is an event of payload format 2.0', () => {
  expect(event({ path: '/tickets', rawQuery: 'queue=open' })).toEqual({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/tickets',
    rawQueryString: 'queue=open',
    headers: { host: 'localhost:8080', 'user-agent': 'curl/8' },
    queryStringParameters: { queue: 'open' },
    requestContext: {
      accountId: '000000000000',
      apiId: 'local',
      domainName: 'localhost',
      domainPrefix: 'localhost',
      http: { method: 'GET', path: '/tickets', protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'curl/8' },
      requestId: 'id-1',
      routeKey: '$default',
      stage: '$default',
      time: '27/Nov/2026:14:30:00 +0000',
      timeEpoch: clock.now(),
    },
    isBase64Encoded: false,
  });
});

it('the path is decoded, the raw query is not, and what is badly encoded does no harm', () => {
  expect(event({ path: '/s%C3%B8k/a%20b', rawQuery: 'q=%C3%B8' })).toMatchObject({
    rawPath: '/søk/a b',
    rawQueryString: 'q=%C3%B8',
    queryStringParameters: { q: 'ø' },
  });
  expect(event({ path: '/%E0%A4%A' }).rawPath).toContain('/');
});

it('what is given twice is joined by commas', () => {
  const rawHeaders = ['Host', 'localhost', 'X-Tag', 'a', 'x-tag', 'b, c'];
  expect(event({ rawQuery: 'tag=a&tag=b&empty=', rawHeaders })).toMatchObject({
    headers: { 'x-tag': 'a,b, c' },
    queryStringParameters: { tag: 'a,b', empty: '' },
  });
});

it('cookies are listed, and are no header', () => {
  const { cookies, headers } = event({ rawHeaders: ['Cookie', 'session=abc; lang=nb', 'cookie', 'x=y'] });
  expect(cookies).toEqual(['session=abc', 'lang=nb', 'x=y']);
  expect(headers).toEqual({});
});

it.each([['application/json'], ['application/json; charset=utf-8'], ['text/plain'], ['text/csv'], ['application/xml']])(
  'a body of %s is text',
  (contentType) => {
    expect(body('{"text":"blå"}', contentType)).toMatchObject({ body: '{"text":"blå"}', isBase64Encoded: false });
  },
);

it.each([['application/x-www-form-urlencoded'], ['multipart/form-data; boundary=b'], ['image/png'], [undefined]])(
  'a body of %s is base64, as on AWS',
  (contentType) => {
    expect(body('text=bl%C3%A5', contentType)).toMatchObject({ body: 'dGV4dD1ibCVDMyVBNQ==', isBase64Encoded: true });
  },
);

it('a body that is not UTF-8 is base64, whatever it says', () => {
  expect(body(Buffer.from([0xff, 0xfe]), 'text/plain')).toMatchObject({ body: '//4=', isBase64Encoded: true });
});
