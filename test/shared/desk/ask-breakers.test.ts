import { askBreakers } from '../../../shared/desk/ask-breakers';
import type { Arrival, Asked, Permission } from '../../../shared/mail/breakers';

const ARRIVAL: Arrival = { sender: 'kari@kunde.example', subject: 'Hei', mark: 'first', now: 0 };
const GRANTED: Permission = { granted: true };
const REFUSED: Permission = { granted: false, limit: 'domain', reason: 'there were too many', first: true, since: 0 };

/** Breakers that answer as told, and what they were asked. */
function breakersThat(answers: Readonly<Record<Asked, Permission>>) {
  const asked: Asked[] = [];
  const ask = async (_: Arrival, what: Asked) => {
    asked.push(what);
    return answers[what];
  };
  return { asked, desk: { breakers: { ask } } };
}

describe('a new inquiry', () => {
  it('that is acknowledged has its ticket with it, for one question', async () => {
    const { asked, desk } = breakersThat({ acknowledgement: GRANTED, ticket: REFUSED });
    expect(await askBreakers(desk, ARRIVAL, true)).toEqual({ ticket: GRANTED, acknowledgement: GRANTED });
    expect(asked).toEqual(['acknowledgement']);
  });

  it('that may not be acknowledged may have a ticket still', async () => {
    const { asked, desk } = breakersThat({ acknowledgement: REFUSED, ticket: GRANTED });
    expect(await askBreakers(desk, ARRIVAL, true)).toEqual({ ticket: GRANTED, acknowledgement: REFUSED });
    expect(asked).toEqual(['acknowledgement', 'ticket']);
  });

  it('that asks for no acknowledgement takes none', async () => {
    const { asked, desk } = breakersThat({ acknowledgement: GRANTED, ticket: GRANTED });
    expect(await askBreakers(desk, ARRIVAL, false)).toEqual({ ticket: GRANTED, acknowledgement: GRANTED });
    expect(asked).toEqual(['ticket']);
  });
});
