import type { DynamoDBRecord } from 'aws-lambda';
import { owedKeyOf } from '../shared/adapters/dynamo-outbox';
import { perform } from '../shared/desk/perform';
import type { Desk } from '../shared/desk/ports';
import { onStream } from './edge/on-stream';

/** A commit was written: carry out at once what it owes. What this misses, the sweep finds. */
export const relayEffectsFunction = (desk: Desk) =>
  onStream(desk.log, async (record) => {
    const key = keyOf(record);
    if (key) await perform(desk)(key);
  });

const keyOf = ({ dynamodb }: DynamoDBRecord) =>
  owedKeyOf(dynamodb?.Keys?.['pk']?.S ?? '', dynamodb?.Keys?.['sk']?.S ?? '');
