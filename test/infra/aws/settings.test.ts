import { App } from 'aws-cdk-lib';
import { settingsOf } from '../../../infra/aws/settings';

const settings = (context: Readonly<Record<string, string>> = {}) => settingsOf(new App({ context }).node);

describe('the settings', () => {
  it('make an example desk when nothing is said', () => {
    expect(settings()).toMatchObject({ stage: 'test', domain: 'desk.example', supportAddress: 'support@desk.example' });
  });

  it('follow the domain', () => {
    expect(settings({ domain: 'Hjelp.no' })).toMatchObject({
      supportAddress: 'support@hjelp.no',
      managementAddress: 'management@hjelp.no',
    });
  });

  it('may each be said', () => {
    expect(settings({ domain: 'hjelp.no', supportAddress: 'hei@hjelp.no', replacesRuleSet: 'old' })).toMatchObject({
      supportAddress: 'hei@hjelp.no',
      replacesRuleSet: 'old',
    });
  });

  it.each([
    ['a stage that is no name', { stage: 'Prod!' }, 'stage'],
    ['an address that is none', { supportAddress: 'support' }, 'supportAddress'],
    ['a support address elsewhere', { domain: 'hjelp.no', supportAddress: 'hei@annet.no' }, 'supportAddress'],
    ['a sender of an SMS with a space', { smsSender: 'Our desk' }, 'smsSender'],
    ['a sender of an SMS that is a number', { smsSender: '47900' }, 'smsSender'],
    ['a sender of an SMS of twelve letters', { smsSender: 'Responstiden' }, 'smsSender'],
    ['a provider without TLS', { oidcIssuer: 'http://login.example' }, 'oidcIssuer'],
  ])('refuse %s, and say where it is', (_, context, where) => {
    expect(() => settings(context)).toThrow(where);
  });
});
