import { deskAt } from '../support/in-process';
import { ticketOf, whatCameOf } from '../support/journey';
import { KARI } from '../support/local-desk';

it.each([
  '2026-01-12T16:30:00+01:00',
  '2026-01-17T12:00:00+01:00',
  '2026-04-02T10:00:00+02:00',
  '2026-07-14T10:00:00+02:00',
  '2026-12-28T10:00:00+01:00',
  '2026-01-12T10:00:00+01:00',
])('%s', async (clock) => {
  const desk = await deskAt(clock);
  const a = await whatCameOf(desk, () => desk.mail());
  console.log(JSON.stringify(a, null, 1));
  const b = await whatCameOf(desk, () =>
    desk.mail({
      text: 'Hello, we cannot open the form. What should we do? Please help.',
      subject: 'The form does not open',
    }),
  );
  console.log(JSON.stringify(b.said[0], null, 1));
  console.log(await desk.schedules());
  for await (const f of desk.local.desk.files.list('')) console.log(f.key);
  await desk.stop();
});
