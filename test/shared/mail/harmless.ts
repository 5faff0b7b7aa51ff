/**
 * Why a piece of HTML is not harmless, one line for each fault. It is taken apart by the strictest grammar there is:
 * texts without brackets, and tags whose attributes are all quoted; of these only what is listed here may be there.
 */
export function faultsOf(html: string, images: readonly string[]): string[] {
  const pieces = html.match(/[^<>]+|<[^<>]*>|[<>]/g) ?? [];
  return pieces.flatMap((piece) => (piece.includes('<') || piece.includes('>') ? faultsOfTag(piece, images) : []));
}

const TAG = /^<(\/?)([a-z][a-z\d]*)((?: [a-z]+(?:="[^"]*")?)*)(?: \/)?>$/;

function faultsOfTag(tag: string, images: readonly string[]): string[] {
  const [, end, name = '', attributes = ''] = TAG.exec(tag) ?? [];
  if (!TAGS.has(name)) return [`the tag ${tag}`];
  if (end && attributes) return [`attributes of an end: ${tag}`];
  return [...attributes.matchAll(/ ([a-z]+)(?:="([^"]*)")?/g)].flatMap(([, attribute = '', value = '']) =>
    isHarmless(name, attribute, value, images) ? [] : [`${attribute}="${value}" of ${name}`],
  );
}

function isHarmless(tag: string, attribute: string, value: string, images: readonly string[]): boolean {
  switch (attribute) {
    case 'href':
      return tag === 'a' && /^(https?:\/\/|mailto:|tel:)/.test(value);
    case 'src':
      return (
        tag === 'img' && (images.includes(value) || /^data:image\/(png|gif|jpeg|webp);base64,[\w+/=]*$/.test(value))
      );
    case 'rel':
      return value === 'noopener noreferrer nofollow';
    case 'target':
      return value === '_blank';
    case 'style':
      return !/url|expression|position|transform|opacity|behavior|binding|[\\@/]|:[^;]*-\d/i.test(value);
    default:
      return ATTRIBUTES.has(attribute);
  }
}

const TAGS = new Set(
  (
    'a abbr address article aside b bdi bdo big blockquote br caption center cite code col colgroup dd del dfn div dl dt ' +
    'em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i img ins kbd li main mark nav ol p pre q s samp section ' +
    'small span strike strong sub sup table tbody td tfoot th thead time tr tt u ul var wbr'
  ).split(' '),
);

const ATTRIBUTES = new Set(
  (
    'align alt bgcolor border cellpadding cellspacing color colspan datetime dir face height lang nowrap reversed rowspan ' +
    'scope size span start title type valign value width'
  ).split(' '),
);
