import type { Item } from 'dynalite/db';

/** Fields as DynamoDB's JSON has them; what is undefined is left out, as the adapters' client does. */
export function itemOf(fields: object): Item {
  const item: Item = {};
  for (const [name, value] of Object.entries(fields)) if (value !== undefined) item[name] = attributeOf(value);
  return item;
}

function attributeOf(value: unknown): Item[string] {
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: String(value) };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(attributeOf) };
  if (typeof value === 'object' && value !== null) return { M: itemOf(value) };
  throw new TypeError(`An item holds no ${typeof value}.`);
}
