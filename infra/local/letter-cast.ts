import type { Language } from '../../shared/promises/say';
import type { Attachment, Customer } from '../../shared/ticket/events';

/** Who writes in the made-up tickets of the preview, and what. */
export interface Cast {
  readonly customer: Customer;
  readonly subject: Readonly<Record<Language, string>>;
  readonly asks: Readonly<Record<Language, string>>;
  readonly answer: Readonly<Record<Language, string>>;
  readonly comesBack: Readonly<Record<Language, string>>;
  /** Why something is done: postponed, handed over, lifted. */
  readonly reason: Readonly<Record<Language, string>>;
  readonly attachments: readonly Attachment[];
}

const file = (name: string, bytes = 120_000): Attachment => ({ name, bytes, type: 'application/pdf', key: name });

const ordinary: Cast = {
  customer: { name: 'Kari Nordmann', email: 'kari@kunde.test', organisation: 'Kunde idrettslag', phone: '22 33 44 55' },
  subject: { nb: 'Får ikke åpnet påmeldingen', en: 'The registration does not open' },
  asks: {
    nb: 'Hei!\n\nNår deltakerne våre klikker på «Meld deg på», får de bare en hvit side. Det gjelder både Chrome og Safari, og det begynte i dag tidlig.\n\nKan dere se på det?',
    en: 'Hi!\n\nWhen our participants click “Register”, all they get is a white page. It is the same in Chrome and in Safari, and it began this morning.\n\nCould you have a look?',
  },
  answer: {
    nb: 'Hei Kari,\n\nVi har funnet feilen: Skjemaet ventet på en kvote som var slettet. Gjør slik for å komme i gang igjen:\n\n1. Åpne arrangementet og velg Kvoter\n2. Fjern kvoten «Utgått»\n3. Lagre\n\nSi fra om det ikke virker.',
    en: 'Hello Kari,\n\nWe have found the fault: the form was waiting for a quota that had been deleted. To get going again:\n\n1. Open the event and choose Quotas\n2. Remove the quota “Expired”\n3. Save\n\nLet us know if it does not work.',
  },
  comesBack: {
    nb: 'Hei Kari,\n\nVi har sett feilen selv, men ikke funnet ut hva den kommer av. Utviklerne leter videre.',
    en: 'Hello Kari,\n\nWe have seen the error ourselves, but not what causes it. Our developers keep looking.',
  },
  reason: {
    nb: 'Feilen ligger i betalingsløsningen, som blir byttet ut i mars.',
    en: 'The error is in the payment solution, which will be replaced in March.',
  },
  attachments: [file('skjermbilde.png')],
};

const UNBROKEN = `https://kunde.test/${'paamelding'.repeat(30)}?id=1`;

/** What strangers may send: markup, lines in headers, other scripts, far too much of everything. */
const worst: Cast = {
  customer: {
    name: '<script>alert("hei")</script></td></table>ميساء الخطيب 👩🏽‍💻\r\nBcc: alle@kunde.test\u202egnp.exe',
    email: 'en.svaert.lang.adresse.som.ingen.husker@avdeling.underavdeling.langtnavnpaavirksomheten.test',
    organisation: '"><img src=x onerror=alert(1)> & Sønner',
    phone: '+47 22 33 44 55',
  },
  subject: {
    nb: `SV: VS: 🙂🙂 HASTER!!! <b>Ingenting</b> virker\r\nBcc: x@y.test ${'og vi har ventet lenge på svar '.repeat(8)}`,
    en: `RE: FW: 🙂🙂 URGENT!!! <b>Nothing</b> works\r\nBcc: x@y.test ${'and we have waited long for an answer '.repeat(8)}`,
  },
  asks: {
    nb: `مرحبا، لا أستطيع التسجيل.\n\n\n\n\n${UNBROKEN}\n<!--[if mso]>--><style>*{display:none}</style>\n${'Dette er en lang forklaring som aldri tar slutt. '.repeat(40)}`,
    en: `مرحبا، لا أستطيع التسجيل.\n\n\n\n\n${UNBROKEN}\n<!--[if mso]>--><style>*{display:none}</style>\n${'This is a long explanation that never ends. '.repeat(40)}`,
  },
  answer: {
    nb: `Hei 👋\n\nPrøv denne lenken:\n${UNBROKEN}\n\n    <form action="/lagre">\n      innrykket kode\n    </form>\n\n${'Her følger en grundig forklaring med mange ord. '.repeat(25)}`,
    en: `Hello 👋\n\nTry this link:\n${UNBROKEN}\n\n    <form action="/save">\n      indented code\n    </form>\n\n${'Here follows a thorough explanation of many words. '.repeat(25)}`,
  },
  comesBack: { nb: '<b>Vi</b> ser på det 👀', en: '<b>We</b> are looking into it 👀' },
  reason: { nb: 'Fordi <i>det</i> tar tid. '.repeat(60), en: 'Because <i>it</i> takes time. '.repeat(60) },
  attachments: Array.from({ length: 12 }, (_, n) => file(`${'lang-'.repeat(12)}${n}.pdf`)),
};

/** As little as there can be: no name, no subject, no text. */
const bare: Cast = {
  customer: { email: 'post@kunde.test' },
  subject: { nb: '', en: '' },
  asks: { nb: '', en: '' },
  answer: { nb: 'Hva gjelder det?', en: 'What is this about?' },
  comesBack: { nb: 'Vi ser på det.', en: 'We are looking into it.' },
  reason: { nb: 'Tid.', en: 'Time.' },
  attachments: [file('skanning.pdf')],
};

export const CASTS = { ordinary, worst, bare } as const satisfies Record<string, Cast>;
