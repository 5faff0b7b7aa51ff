import type { StatusEntry, StatusPage } from '../desk/ports';
import { DAY, SECOND } from '../promises/instant';
import { itemsOf, putIf, type Table } from './table';

const STATUS = 'STATUS';

/** So long the item outlives its incident, so that what is read for the page stays a page. */
const KEPT_FOR = 40 * DAY;

/** What the status page says: one item an incident, read with one query. What was withdrawn stays as an item without an entry. */
export const dynamoStatus = (table: Table): StatusPage => ({
  publish: async (ticket, version, entry) => {
    const expires = entry?.resolvedAt === undefined ? {} : { expiresAt: (entry.resolvedAt + KEPT_FOR) / SECOND };
    await putIf(
      table,
      { pk: STATUS, sk: ticket, version, ...(entry && { entry }), ...expires },
      {
        ConditionExpression: 'attribute_not_exists(pk) OR version < :version',
        ExpressionAttributeValues: { ':version': version },
      },
    );
  },
  entries: () => entriesIn(table),
});

async function entriesIn(table: Table): Promise<StatusEntry[]> {
  const entries: StatusEntry[] = [];
  const query = { KeyConditionExpression: 'pk = :status', ExpressionAttributeValues: { ':status': STATUS } };
  for await (const item of itemsOf(table, query)) if (item['entry']) entries.push(item['entry'] as StatusEntry);
  return entries;
}
