/** What the SDK reads of a machine's own AWS configuration; none of it may reach the local desk. */
const OF_THE_MACHINE = [
  'AWS_PROFILE',
  'AWS_DEFAULT_PROFILE',
  'AWS_SESSION_TOKEN',
  'AWS_ROLE_ARN',
  'AWS_WEB_IDENTITY_TOKEN_FILE',
  'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI',
  'AWS_CONTAINER_CREDENTIALS_FULL_URI',
  'AWS_CA_BUNDLE',
  'AWS_USE_FIPS_ENDPOINT',
  'AWS_USE_DUALSTACK_ENDPOINT',
  'AWS_MAX_ATTEMPTS',
  'AWS_RETRY_MODE',
];

export const REGION = 'eu-north-1';
export const ACCOUNT = '000000000000';

type Service = 'DYNAMODB' | 'S3' | 'SES' | 'SNS' | 'SCHEDULER' | 'SSM';

// Nothing listens on the discard port: a service without a stand-in is refused, and not found on the internet.
const NOWHERE = 'http://127.0.0.1:9';

/** Points the SDK at the stand-ins by its own variables, whatever this machine is configured for. */
export function pointSdkAt(endpoints: Readonly<Partial<Record<Service, string>>>): void {
  for (const name of OF_THE_MACHINE) delete process.env[name];
  for (const [service, url] of Object.entries(endpoints)) process.env[`AWS_ENDPOINT_URL_${service}`] = url;
  Object.assign(process.env, {
    AWS_ENDPOINT_URL: NOWHERE,
    AWS_REGION: REGION,
    AWS_DEFAULT_REGION: REGION,
    AWS_ACCESS_KEY_ID: 'local',
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
}
