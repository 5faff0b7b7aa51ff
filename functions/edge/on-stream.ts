import middy from '@middy/core';
import type { DynamoDBBatchResponse, DynamoDBRecord, DynamoDBStreamEvent } from 'aws-lambda';
import type { Log } from '../../shared/desk/ports';

/**
 * The wrapper of a function that reads a stream: records in their order; the first one that breaks is reported,
 * and the stream goes on from there.
 */
export const onStream = (log: Log, act: (record: DynamoDBRecord) => Promise<void>) =>
  middy<DynamoDBStreamEvent, DynamoDBBatchResponse>().handler(async ({ Records }) => {
    for (const record of Records) {
      const broken = await act(record).then(
        () => undefined,
        (error: unknown) => String(error),
      );
      if (broken === undefined) continue;
      log.error('stream record broke', { error: broken });
      return { batchItemFailures: [{ itemIdentifier: record.dynamodb?.SequenceNumber ?? '' }] };
    }
    return { batchItemFailures: [] };
  });
