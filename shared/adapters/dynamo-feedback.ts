import { UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Feedback } from '../desk/ports';
import { FEEDBACK_MARKS, type FeedbackMark, type LetterFeedback } from '../ticket/delivery';
import { commitKey, held, type Table } from './table';

/**
 * What came of letters, as attributes of the commit that owed them, beside its ledger and not in it: the news may be
 * quicker than the ledger, and whoever was at work on that must not find it changed.
 */
export const dynamoFeedback = ({ client, name }: Table): Feedback => ({
  note: async ({ ticket, version, index }, mark, at) => {
    await held(
      client.send(
        new UpdateCommand({
          TableName: name,
          Key: commitKey(ticket, version),
          UpdateExpression: 'SET #mark = :at',
          ConditionExpression: 'attribute_exists(pk) AND attribute_not_exists(#mark)',
          ExpressionAttributeNames: { '#mark': attributeOf(mark, index) },
          ExpressionAttributeValues: { ':at': at },
        }),
      ),
    );
  },
});

/** What a commit's item tells of the letter of one of its effects. */
export const feedbackIn = (item: object, index: number): LetterFeedback =>
  Object.fromEntries(
    FEEDBACK_MARKS.flatMap((mark) => {
      const at: unknown = Reflect.get(item, attributeOf(mark, index));
      return typeof at === 'number' ? [[mark, at]] : [];
    }),
  );

const attributeOf = (mark: FeedbackMark, index: number): string => `${mark}.${index}`;
