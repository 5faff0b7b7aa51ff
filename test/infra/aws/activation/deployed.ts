import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/** What CloudFormation says to a custom resource's function. */
export function deployed(
  RequestType: 'Create' | 'Update' | 'Delete',
  properties: Readonly<Record<string, string>>,
  PhysicalResourceId = '',
  ResponseURL = 'http://127.0.0.1:9/',
): CloudFormationCustomResourceEvent {
  const ResourceProperties = { ServiceToken: 'arn', ...properties };
  const common = {
    ServiceToken: 'arn',
    ResponseURL,
    StackId: 'stack',
    RequestId: 'request',
    LogicalResourceId: 'active',
    ResourceType: 'Custom::ActiveReceiptRuleSet',
    ResourceProperties,
  };
  if (RequestType === 'Create') return { ...common, RequestType };
  if (RequestType === 'Delete') return { ...common, RequestType, PhysicalResourceId };
  return { ...common, RequestType, PhysicalResourceId, OldResourceProperties: ResourceProperties };
}
