import { GetCommand, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import type { Contacts } from '../desk/ports';
import { normaliseAddress } from '../mail/address';
import type { Contact, ContactChange } from '../ticket/contact';
import { contactKey, held, type Table } from './table';

/** What is known of addresses, an item each (`CONTACT#<address>`). Each change is one update, and twice is once. */
export const dynamoContacts = (table: Table): Contacts => ({
  of: async (addresses) => {
    const all = [...new Set(addresses)];
    const found = await Promise.all(all.map(async (address) => [address, await contactOf(table, address)] as const));
    return new Map(found.flatMap(([address, contact]) => (contact ? [[address, contact]] : [])));
  },
  note: async (address, change) => {
    const Key = contactKey(normaliseAddress(address));
    await held(table.client.send(new UpdateCommand({ TableName: table.name, Key, ...updateFor(change) })));
  },
});

async function contactOf({ client, name }: Table, address: string): Promise<Contact | undefined> {
  const Key = contactKey(normaliseAddress(address));
  const { Item } = await client.send(new GetCommand({ TableName: name, Key, ConsistentRead: true }));
  if (!Item) return undefined;
  const { language, undeliverable, complainedAt } = Item as Contact;
  return {
    ...(language && { language }),
    ...(undeliverable && { undeliverable }),
    ...(complainedAt && { complainedAt }),
  };
}

// News come in any order: mail that came back says nothing against what has arrived since, nor the other way about.
function updateFor(change: ContactChange) {
  if ('language' in change)
    return {
      UpdateExpression: 'SET #language = :language',
      ExpressionAttributeNames: { '#language': 'language' },
      ExpressionAttributeValues: { ':language': change.language },
    };
  if ('undeliverable' in change)
    return {
      UpdateExpression: 'SET undeliverable = :undeliverable',
      ConditionExpression: 'attribute_not_exists(undeliverable) OR undeliverable.#at < :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':undeliverable': change.undeliverable, ':at': change.undeliverable.at },
    };
  if ('deliveredAt' in change)
    return {
      UpdateExpression: 'REMOVE undeliverable',
      ConditionExpression: 'undeliverable.#at < :at',
      ExpressionAttributeNames: { '#at': 'at' },
      ExpressionAttributeValues: { ':at': change.deliveredAt },
    };
  return {
    UpdateExpression: 'SET complainedAt = :at',
    ConditionExpression: 'attribute_not_exists(complainedAt)',
    ExpressionAttributeValues: { ':at': change.complainedAt },
  };
}
