import { deskAt } from '../support/in-process';
import { openedBy, whatCameOf } from '../support/journey';
it('t', async () => {
  for (let i = 0; i < 5; i += 1) {
    const t0 = performance.now();
    const c0 = process.cpuUsage();
    const desk = await deskAt();
    const t1 = performance.now();
    await openedBy(desk, () => desk.mail());
    const t2 = performance.now();
    await whatCameOf(desk, () => desk.mail());
    const t3 = performance.now();
    await desk.mail(); await desk.settle();
    const t4 = performance.now();
    await desk.stop();
    const t5 = performance.now();
    console.log([t1 - t0, t2 - t1, t3 - t2, t4-t3, t5 - t4].map(Math.round), process.cpuUsage(c0));
  }
});
