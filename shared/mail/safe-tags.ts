/** What a mail is written with: text, lists and tables. */
export const TAGS = [
  ...['a', 'abbr', 'address', 'article', 'aside', 'b', 'bdi', 'bdo', 'big', 'blockquote', 'br', 'caption', 'center'],
  ...['cite', 'code', 'col', 'colgroup', 'dd', 'del', 'dfn', 'div', 'dl', 'dt', 'em', 'figcaption', 'figure', 'font'],
  ...['footer', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'header', 'hr', 'i', 'img', 'ins', 'kbd', 'li', 'main', 'mark'],
  ...['nav', 'ol', 'p', 'pre', 'q', 's', 'samp', 'section', 'small', 'span', 'strike', 'strong', 'sub', 'sup', 'table'],
  ...['tbody', 'td', 'tfoot', 'th', 'thead', 'time', 'tr', 'tt', 'u', 'ul', 'var', 'wbr'],
];

/** Of these the content goes with the tag: it is no text, or browsers and parsers do not agree where it ends. */
export const SILENT = [
  ...['script', 'style', 'title', 'textarea', 'select', 'option', 'xmp', 'template', 'svg', 'math', 'iframe'],
  ...['noscript', 'noembed', 'noframes', 'plaintext', 'object', 'applet', 'canvas', 'audio', 'video'],
];

/** No `id`, `name` or `class`: they would be names in our page. */
export const ATTRIBUTES = {
  '*': ['dir', 'lang', 'title', 'align', 'valign', 'width', 'height', 'bgcolor', 'style'],
  a: ['href', 'rel', 'target'],
  col: ['span'],
  colgroup: ['span'],
  font: ['color', 'face', 'size'],
  img: ['src', 'alt', 'border'],
  li: ['value'],
  ol: ['start', 'type', 'reversed'],
  table: ['border', 'cellpadding', 'cellspacing'],
  td: ['colspan', 'rowspan', 'nowrap'],
  th: ['colspan', 'rowspan', 'nowrap', 'scope'],
  time: ['datetime'],
  ul: ['type'],
};
