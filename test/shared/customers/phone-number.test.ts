import { isPhoneNumber } from '../../../shared/customers/phone-number';

it.each(['+4790000001', '+12125550123', '+4702800', '+881612345678'])('%s is as E.164 writes a number', (text) => {
  expect(isPhoneNumber(text)).toBe(true);
});

it.each(['90000001', '+47 900 00 001', '+0790000001', '+479', '+4712345678901234', '+4790000001\n', ''])(
  '%j is not',
  (text) => {
    expect(isPhoneNumber(text)).toBe(false);
  },
);
