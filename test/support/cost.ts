import type { LocalDesk } from '../../infra/local/desk';
import type { RunningDesk } from './in-process';

/** What the store charged: write and read units, as AWS would count them. */
export interface Cost {
  readonly writes: number;
  readonly reads: number;
}

interface Charged {
  readonly CapacityUnits?: number;
}

/** What an act costs with all that follows from it, beside its answer. */
export async function costOf<T>(
  desk: RunningDesk,
  act: () => Promise<T>,
): Promise<{ readonly answer: T; readonly cost: Cost }> {
  await desk.settle();
  const { cost, leave } = meter(desk.local);
  const answer = await act();
  await desk.local.idle();
  leave();
  return { answer, cost };
}

/** Counts the units that everything costs until it is taken away. */
function meter({ services }: LocalDesk) {
  const cost = { writes: 0, reads: 0 };
  const { middlewareStack } = services.clients.dynamodb;
  middlewareStack.add(
    (next, context) => async (args) => {
      Object.assign(args.input, { ReturnConsumedCapacity: 'TOTAL' });
      const answer = await next(args);
      const isWrite = /Put|Update|Delete|Write/.test(context.commandName ?? '');
      cost[isWrite ? 'writes' : 'reads'] += unitsIn(answer.output);
      return answer;
    },
    { step: 'initialize', name: METER, priority: 'low' },
  );
  return { cost, leave: () => middlewareStack.remove(METER) };
}

const METER = 'meter';

function unitsIn(output: object): number {
  const charged =
    'ConsumedCapacity' in output ? (output.ConsumedCapacity as Charged | Charged[] | undefined) : undefined;
  return [charged ?? []].flat().reduce((sum, { CapacityUnits = 0 }) => sum + CapacityUnits, 0);
}
