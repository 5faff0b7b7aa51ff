import type { Language } from '../../promises/say';

/** What the rules of mail say, as agents who read Norwegian would say it. */
const NB: ReadonlyMap<string, string> = new Map([
  ['the receiving server found a virus', 'e-postserveren fant et virus'],
  ['the receiving server takes it for spam', 'e-postserveren tror at den er søppelpost'],
  ['we sent it ourselves', 'vi har sendt den selv'],
  ['it says to be from our own address', 'den sier at den er fra vår egen adresse'],
  ['it has been here before', 'den har vært her før'],
  ['it has been handed on too many times', 'den er sendt videre for mange ganger'],
  ['its subject shows two systems answering each other', 'emnet viser at to systemer svarer hverandre'],
  ['it reports on the delivery of a mail', 'den melder om leveringen av en e-post'],
  ['a mail server returned a mail', 'en e-postserver sendte en e-post i retur'],
  ['it reports a complaint about a mail', 'den melder om en klage på en e-post'],
  ['it reports that a mail was opened', 'den melder at en e-post er åpnet'],
  ['its sender takes no answers (null return path)', 'avsenderen tar ikke imot svar (tom returadresse)'],
  ['it says that it replies by itself (Auto-Submitted)', 'den er et automatisk svar (Auto-Submitted)'],
  ['it says that a machine sent it (Auto-Submitted)', 'den er sendt av en maskin (Auto-Submitted)'],
  ['it is an automatic reply by its headers', 'hodet viser at den er et automatisk svar'],
  ['it is an automatic reply by its subject', 'emnet viser at den er et automatisk svar'],
  ['it is an automatic reply of Exchange', 'den er et automatisk svar fra Exchange'],
  ['a calendar answers an invitation in it', 'den er svaret på en møteinnkalling'],
  ['it asks for no automatic replies', 'den ber om å slippe automatiske svar'],
  ['its sender is not verified', 'avsenderen er ikke bekreftet'],
  ['it is sent in bulk', 'den er sendt til mange'],
  ['it comes through a mailing list', 'den kommer gjennom en e-postliste'],
  ['its sender takes no answers (by the address)', 'avsenderens adresse tar ikke imot svar'],
  ['another system guards it against loops', 'et annet system har merket den mot sløyfer'],
  ['this sender has opened 20 tickets within an hour', 'avsenderen har åpnet 20 saker på en time'],
  [
    'this sender has been sent an acknowledgement for the same subject within a day',
    'avsenderen har fått en bekreftelse for samme emne det siste døgnet',
  ],
  ['this sender has been sent 3 acknowledgements within an hour', 'avsenderen har fått 3 bekreftelser på en time'],
  ['this sender has been sent 10 acknowledgements within a day', 'avsenderen har fått 10 bekreftelser på et døgn'],
  [
    "this sender's domain has been sent 60 acknowledgements within an hour",
    'avsenderens domene har fått 60 bekreftelser på en time',
  ],
  ['the desk has sent 200 acknowledgements within an hour', 'vi har sendt 200 bekreftelser på en time'],
]);

/** A reason that a rule gave, in the language of a letter; what no rule says, such as a server's own words, as it is. */
export const reasonIn = (language: Language, reason: string): string =>
  language === 'nb' ? (NB.get(reason) ?? reason) : reason;
