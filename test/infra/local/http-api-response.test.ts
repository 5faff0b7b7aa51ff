import { responseOf } from '../../../infra/local/http-api-response';

const said = (result: unknown) => {
  const { status, headers, body } = responseOf(result);
  return { status, headers, body: String(body) };
};

it('an answer is sent as it is', () => {
  const result = {
    statusCode: 303,
    headers: { Location: '/tickets/1', 'Content-Type': 'text/html', 'Retry-After': 5 },
    cookies: ['a=1; HttpOnly', 'b=2'],
    body: '<p>blå</p>',
  };
  expect(said(result)).toEqual({
    status: 303,
    headers: {
      location: '/tickets/1',
      'content-type': 'text/html',
      'retry-after': '5',
      'set-cookie': ['a=1; HttpOnly', 'b=2'],
    },
    body: '<p>blå</p>',
  });
});

it('an answer in base64 is sent as its bytes', () => {
  expect(responseOf({ statusCode: 200, body: '//4=', isBase64Encoded: true }).body).toEqual(Buffer.from([0xff, 0xfe]));
});

it.each([
  ['a string', 'hello', 'hello'],
  ['an object without a status', { ok: true }, '{"ok":true}'],
  ['nothing', null, 'null'],
])('%s is a body of JSON', (_, result, body) => {
  expect(said(result)).toEqual({ status: 200, headers: { 'content-type': 'application/json' }, body });
});

it('an answer without a body or a type is empty text', () => {
  expect(said({ statusCode: 204 })).toEqual({
    status: 204,
    headers: { 'content-type': 'text/plain;charset=utf-8' },
    body: '',
  });
});

it.each([
  [{ statusCode: 'ok' }],
  [{ statusCode: 200, body: { not: 'text' } }],
  [{ statusCode: 99 }],
  [{ statusCode: 303, headers: { location: '/søk\n' } }],
])('%j is no answer', (result) => {
  expect(() => responseOf(result)).toThrow();
});
