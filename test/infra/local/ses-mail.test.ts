import { joinMail, peopleIn, splitMail, without } from '../../../infra/local/ses-mail';

describe('a raw mail', () => {
  it.each([
    ['with CRLF', 'From: a@b\r\nTo: c@d\r\n\r\nbody\r\n\r\nmore', 'From: a@b\r\nTo: c@d\r\n', '\r\nbody\r\n\r\nmore'],
    ['with LF', 'From: a@b\n\nbody', 'From: a@b\n', '\nbody'],
    ['without a body', 'From: a@b', 'From: a@b', ''],
    ['without a header', '\r\nbody\r\n\r\nmore', '', '\r\nbody\r\n\r\nmore'],
    ['that is empty', '', '', ''],
  ])('%s is split before its empty line', (_, raw, header, rest) => {
    const parts = splitMail(Buffer.from(raw));
    expect([parts.header, parts.rest.toString()]).toEqual([header, rest]);
  });

  it('keeps every byte, whatever its charset', () => {
    const raw = Buffer.from([...Buffer.from('Subject: '), 0xe5, 0xff, 13, 10, 13, 10, 0, 0xfe]);
    expect(joinMail(splitMail(raw))).toEqual(raw);
  });
});

it('a header line goes with all its folds, and no other line', () => {
  const header = 'Bcc: a@b,\r\n c@d,\r\n\te@f\r\nX-Bcc: g@h\r\nbcc : i@j\r\nSubject: Bcc: k@l\r\n';
  expect(without(header, 'Date', 'Bcc')).toBe('X-Bcc: g@h\r\nSubject: Bcc: k@l\r\n');
  expect(without('Subject: a\r\nBcc: last', 'Bcc')).toBe('Subject: a\r\n');
});

it('a header names the people of a mail, in groups as well', async () => {
  expect(await peopleIn('From: Åse <ase@x.no>\r\nTo: Team: a@x.no, b@x.no;\r\nCc: c@x.no\r\nBcc: d@x.no\r\n')).toEqual({
    from: ['ase@x.no'],
    to: ['a@x.no', 'b@x.no', 'c@x.no', 'd@x.no'],
  });
});
