import { LIMITS } from '../../../../shared/mail/breaker-limits';
import { classificationRules } from '../../../../shared/mail/classification-rules';
import { reasonIn } from '../../../../shared/mail/letters/reasons';

const REASONS = [...classificationRules, ...LIMITS].map(({ reason }) => reason);

it.each(REASONS)('a letter in Norwegian says “%s” in Norwegian', (reason) => {
  expect(reasonIn('nb', reason)).not.toBe(reason);
  expect(reasonIn('en', reason)).toBe(reason);
});

it("another server's own words stay as they are", () => {
  expect(reasonIn('nb', '550 5.1.1 no such user')).toBe('550 5.1.1 no such user');
});
