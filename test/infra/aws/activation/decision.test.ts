import { activationDecision, restorationDecision } from '../../../../infra/aws/activation/decision';

const ours = 'responstid-test-inbox';

describe('our rule set', () => {
  it('is activated where none is', () => {
    expect(activationDecision({ active: undefined, ours, replaces: undefined })).toEqual({
      do: 'activate',
      ruleSet: ours,
    });
  });

  it('is left alone where it is active already', () => {
    expect(activationDecision({ active: ours, ours, replaces: undefined })).toEqual({ do: 'leave' });
  });

  it("does not silence another's", () => {
    expect(activationDecision({ active: 'newsletter', ours, replaces: undefined })).toEqual({
      do: 'refuse',
      because: expect.stringContaining('newsletter'),
    });
  });

  it('takes the place of another where its name was given, and of no other', () => {
    expect(activationDecision({ active: 'newsletter', ours, replaces: 'newsletter' })).toMatchObject({
      do: 'activate',
    });
    expect(activationDecision({ active: 'invoices', ours, replaces: 'newsletter' })).toMatchObject({ do: 'refuse' });
  });
});

describe('when ours goes', () => {
  it('what was active before is active again', () => {
    expect(restorationDecision({ active: ours, ours, remembered: 'newsletter' })).toEqual({
      do: 'activate',
      ruleSet: 'newsletter',
    });
  });

  it('none is active where none was', () => {
    expect(restorationDecision({ active: ours, ours, remembered: undefined })).toEqual({ do: 'deactivate' });
  });

  it.each([['newsletter'], [undefined]])('what somebody has done since stays as it is (%s)', (active) => {
    expect(restorationDecision({ active, ours, remembered: 'invoices' })).toEqual({ do: 'leave' });
  });
});
