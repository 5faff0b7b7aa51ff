import fc from 'fast-check';
import { contentDisposition } from '../../../shared/desk/content-disposition';

describe('the name of a download', () => {
  it.each([
    ['rapport.pdf', `attachment; filename="rapport.pdf"; filename*=UTF-8''rapport.pdf`],
    ['Årsmøte 2026.pdf', `attachment; filename="_rsm_te 2026.pdf"; filename*=UTF-8''%C3%85rsm%C3%B8te%202026.pdf`],
    ['a"; filename=b.exe', `attachment; filename="a_; filename=b.exe"; filename*=UTF-8''a%22%3B%20filename%3Db.exe`],
    ["100% (kari's).txt", `attachment; filename="100_ (kari's).txt"; filename*=UTF-8''100%25%20%28kari%27s%29.txt`],
    ['😀.png', `attachment; filename="_.png"; filename*=UTF-8''%F0%9F%98%80.png`],
  ])('is the whole of %s', (name, header) => {
    expect(contentDisposition('attachment', name)).toBe(header);
  });

  it('is fit for a header, whatever the file is called', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        const header = contentDisposition('attachment', name);
        expect(header).toMatch(/^attachment; filename="[ !#$&-[\]-~]*"; filename\*=UTF-8''[\w.!~%-]*$/);
        expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name.replace(/\p{Cs}/gu, '\ufffd'));
      }),
    );
  });

  it('keeps its place where half a letter is all there is', () => {
    expect(contentDisposition('inline', '\ud800')).toBe(`inline; filename="_"; filename*=UTF-8''%EF%BF%BD`);
  });
});
