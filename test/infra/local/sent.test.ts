import { localClock } from '../../../infra/local/clock';
import { openSent } from '../../../infra/local/sent';
import { openKeyValueStore } from '../../../infra/local/store';
import { newFolder } from '../../support/folder';
import { FRIDAY } from './stand-ins';

const at = localClock(FRIDAY).now();
const mail = (subject: string) => Buffer.from(`From: a@b.no\r\nTo: c@d.no\r\nSubject: ${subject}\r\n\r\n${subject}`);
const reply = {
  at: FRIDAY,
  from: 'anna',
  to: 'c-1',
  cc: '',
  replyTo: '',
  subject: '',
  text: 'Hei',
  html: '',
  headers: {},
};

describe('what was sent', () => {
  it('is listed in the order in which it was accepted', async () => {
    const sent = await openSent(await openKeyValueStore(':memory:'));
    const adding = Array.from({ length: 12 }, (_, n) => sent.addMail(at, mail(`${n}`)));
    await Promise.all([...adding, sent.addReply(reply)]);
    const subjects = (await sent.list()).map(({ subject }) => subject);
    expect(subjects).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '']);
  });

  it('is listed once, however many ask at the same time', async () => {
    const sent = await openSent(await openKeyValueStore(':memory:'));
    await sent.addMail(at, mail('first'));
    const lists = await Promise.all([sent.list(), sent.addMail(at, mail('second')).then(sent.list), sent.list()]);
    expect(lists.at(-1)?.map(({ subject }) => subject)).toEqual(['first', 'second']);
  });

  it('outlives the process, and goes on from there', async () => {
    const location = await newFolder();
    const before = await openKeyValueStore(location);
    await (await openSent(before)).addMail(at, mail('before'));
    await before.close();
    const after = await openKeyValueStore(location);
    const sent = await openSent(after);
    await sent.addReply(reply);
    await sent.addText({ ...reply, text: 'SMS' });
    expect((await sent.list()).map(({ text }) => text)).toEqual(['before', 'Hei', 'SMS']);
    expect((await sent.raw(0))?.toString()).toContain('Subject: before');
    expect(await sent.raw(1)).toBeUndefined();
    await after.close();
  });
});
