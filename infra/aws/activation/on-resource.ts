import type { CloudFormationCustomResourceEvent } from 'aws-lambda';

/**
 * The wrapper of a custom resource's function: CloudFormation waits for an answer at the URL that it gives, and hangs
 * without one. What `act` answers is the resource's id; what it throws is told to whoever deploys.
 */
export const onResource =
  (act: (event: CloudFormationCustomResourceEvent) => Promise<string>) =>
  async (event: CloudFormationCustomResourceEvent): Promise<void> => {
    const outcome = await act(event).then(
      (id) => ({ Status: 'SUCCESS', PhysicalResourceId: id }),
      (error: unknown) => ({ Status: 'FAILED', PhysicalResourceId: idOf(event), Reason: messageOf(error) }),
    );
    const { StackId, RequestId, LogicalResourceId } = event;
    await put(event.ResponseURL, { StackId, RequestId, LogicalResourceId, ...outcome });
  };

// A resource that was never made needs an id too, by which CloudFormation then deletes it.
const idOf = (event: CloudFormationCustomResourceEvent): string =>
  'PhysicalResourceId' in event ? event.PhysicalResourceId : event.LogicalResourceId;

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

// The URL is signed without a content type, so there must be none.
async function put(url: string, answer: object): Promise<void> {
  const { ok, status } = await fetch(url, {
    method: 'PUT',
    headers: { 'content-type': '' },
    body: JSON.stringify(answer),
  });
  if (!ok) throw new Error(`CloudFormation's URL answered ${status}.`);
}
