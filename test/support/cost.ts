import type { LocalDesk } from '../../infra/local/desk';

/** What the store charged: write and read units, as AWS would count them. */
export interface Cost {
  readonly writes: number;
  readonly reads: number;
}

interface Charged {
  readonly CapacityUnits?: number;
}

/** Counts the units that everything costs from now on; `taken()` answers what came since it was last asked. */
export function meter({ services }: LocalDesk): { taken(): Cost } {
  let cost = { writes: 0, reads: 0 };
  services.clients.dynamodb.middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(args);
      const units = unitsIn(answer.output);
      const isWrite = /Put|Update|Delete|Write/.test(context.commandName ?? '');
      cost = isWrite ? { ...cost, writes: cost.writes + units } : { ...cost, reads: cost.reads + units };
      return answer;
    },
    { step: 'initialize', name: 'meter', priority: 'low' },
  );
  return {
    taken() {
      const since = cost;
      cost = { writes: 0, reads: 0 };
      return since;
    },
  };
}

function unitsIn(output: object): number {
  const charged =
    'ConsumedCapacity' in output ? (output.ConsumedCapacity as Charged | Charged[] | undefined) : undefined;
  return [charged ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
