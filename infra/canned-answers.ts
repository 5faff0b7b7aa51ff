import { type CannedAnswer, cannedAnswersOf } from '../shared/mail/letters/canned-answer';

/**
 * The answers that this desk begins with; agents change them, take them away and write their own. A letter ends with the
 * agent's name, so each ends just before it. `{steps}` is for the agent to write.
 */
export const cannedAnswers: readonly CannedAnswer[] = cannedAnswersOf([
  {
    id: 'more-information',
    kinds: [],
    title: { nb: 'Vi trenger å vite mer', en: 'We need to know more' },
    text: {
      nb: `Hei {name},

Takk for at du skriver til oss. For å komme videre trenger vi å vite litt mer:

- Hvilket arrangement eller skjema gjelder det? Send gjerne lenken.
- Hva gjorde du rett før det skjedde, og hva ventet du skulle skje?
- Når skjedde det, og gjelder det alle eller bare noen?
- Hvilken nettleser og hva slags enhet brukte du?

Fikk du en feilmelding, er et skjermbilde av den til god hjelp.

Vennlig hilsen`,
      en: `Hello {name},

Thank you for writing to us. To get further we need to know a little more:

- Which event or form is it about? A link would help.
- What did you do just before it happened, and what did you expect to happen?
- When did it happen, and does it affect everyone or only some?
- Which browser and what kind of device did you use?

If you saw an error message, a screenshot of it is a great help.

Kind regards`,
    },
  },
  {
    id: 'case-taken',
    kinds: [],
    title: { nb: 'Vi har tatt saken', en: 'We have taken the case' },
    text: {
      nb: `Hei {name},

Jeg har tatt sak {number}, «{subject}», og ser på den nå. Du hører fra meg igjen så snart jeg vet mer.

Vennlig hilsen`,
      en: `Hello {name},

I have taken case {number}, “{subject}”, and am looking into it now. You will hear from me again as soon as I know more.

Kind regards`,
    },
  },
  {
    id: 'thanks-for-the-report',
    kinds: ['critical', 'severe', 'minor'],
    title: { nb: 'Takk for at du sa fra', en: 'Thank you for the report' },
    text: {
      nb: `Hei {name},

Takk for at du sa fra, og for en god beskrivelse. Vi ser det samme som deg, og dette er en feil hos oss. Utviklerne våre har fått saken, og du hører fra oss når det er noe nytt.

Vennlig hilsen`,
      en: `Hello {name},

Thank you for telling us, and for describing it so well. We see the same as you do, and the error is on our side. Our developers have the case now, and you will hear from us when there is news.

Kind regards`,
    },
  },
  {
    id: 'known-error',
    kinds: ['critical', 'severe', 'minor'],
    title: { nb: 'Kjent feil, og en vei rundt den', en: 'A known error, and a way round it' },
    text: {
      nb: `Hei {name},

Dette er en feil som vi kjenner til og arbeider med. Imens kommer du rundt den slik:

{steps}

Si fra om det ikke hjelper. Vi gir beskjed når feilen er rettet.

Vennlig hilsen`,
      en: `Hello {name},

This is an error that we know of and are working on. In the meantime you can get round it like this:

{steps}

Let us know if that does not help. We will tell you when the error is fixed.

Kind regards`,
    },
  },
  {
    id: 'fixed-in-version',
    kinds: ['minor'],
    title: { nb: 'Rettes i en kommende versjon', en: 'To be fixed in a coming version' },
    text: {
      nb: `Hei {name},

Vi har funnet feilen du meldte fra om. Etter planen blir den rettet i versjon {version}. Må den vente lenger, sier vi fra, og du får beskjed når versjonen er ute.

Vennlig hilsen`,
      en: `Hello {name},

We have found the error that you reported. It is planned to be fixed in version {version}. If it has to wait longer we will tell you, and you will hear from us when the version is out.

Kind regards`,
    },
  },
  {
    id: 'cannot-reproduce',
    kinds: ['critical', 'severe', 'minor'],
    title: { nb: 'Vi klarer ikke å gjenskape feilen', en: 'We cannot make it happen' },
    text: {
      nb: `Hei {name},

Vi har prøvd å gjøre det samme som deg, men klarer ikke å gjenskape feilen. Kan du hjelpe oss med å finne den?

- Skjer det fortsatt, og skjer det hver gang?
- Skjer det også i en annen nettleser, eller i et privat vindu?
- Kan du beskrive hvert steg, gjerne med skjermbilder?
- Omtrent når skjedde det sist? Da kan vi lete i loggene våre.

Vennlig hilsen`,
      en: `Hello {name},

We have tried to do the same as you, but cannot make the error appear. Could you help us find it?

- Does it still happen, and does it happen every time?
- Does it also happen in another browser, or in a private window?
- Could you describe each step, if possible with screenshots?
- About when did it last happen? Then we can look for it in our logs.

Kind regards`,
    },
  },
  {
    id: 'solved-is-it-right',
    kinds: [],
    title: { nb: 'Løst – stemmer det?', en: 'Solved – is it right?' },
    text: {
      nb: `Hei {name},

Nå skal dette være i orden. Kan du prøve på nytt, og si fra til oss om det virker som det skal?

Vennlig hilsen`,
      en: `Hello {name},

This should be in order now. Could you try again, and tell us whether it works as it should?

Kind regards`,
    },
  },
  {
    id: 'more-time',
    kinds: [],
    title: { nb: 'Vi trenger mer tid', en: 'We need more time' },
    text: {
      nb: `Hei {name},

Vi arbeider fortsatt med sak {number}, men er ikke i mål ennå. Vi kommer tilbake til deg så snart vi har en løsning.

Vennlig hilsen`,
      en: `Hello {name},

We are still working on case {number}, but are not there yet. We will come back to you as soon as we have a solution.

Kind regards`,
    },
  },
  {
    id: 'how-to',
    kinds: ['request'],
    title: { nb: 'Slik gjør du det', en: 'This is how you do it' },
    text: {
      nb: `Hei {name},

Slik gjør du det:

{steps}

Spør gjerne igjen om du står fast.

Vennlig hilsen`,
      en: `Hello {name},

This is how you do it:

{steps}

Do ask again if you get stuck.

Kind regards`,
    },
  },
  {
    id: 'sign-in',
    kinds: ['request'],
    title: { nb: 'Innlogging og passord', en: 'Signing in and passwords' },
    text: {
      nb: `Hei {name},

Velg «Glemt passord» på innloggingssiden og skriv inn e-postadressen du er registrert med. Da får du en lenke for å lage et nytt passord. Kommer den ikke fram, kan du se etter i søppelposten.

Hjelper ikke det, trenger vi å vite hvilken e-postadresse du bruker, og hvilken organisasjon det gjelder. Send oss aldri passordet ditt.

Vennlig hilsen`,
      en: `Hello {name},

Choose “Forgotten password” on the sign-in page and enter the e-mail address that you are registered with. You will get a link to make a new password. If it does not arrive, please look in your junk mail.

If that does not help, we need to know which e-mail address you use, and for which organisation. Never send us your password.

Kind regards`,
    },
  },
  {
    id: 'ask-the-organiser',
    kinds: ['request'],
    title: { nb: 'Ta kontakt med arrangøren', en: 'Please contact the organiser' },
    text: {
      nb: `Hei {name},

Du har skrevet til {vendor}, som leverer påmeldingssystemet. Det er arrangøren som bestemmer over arrangementet: plasser, endringer, avmelding og betaling. Det kan vi dessverre ikke svare på eller endre for deg.

Ta kontakt med arrangøren. Hvordan du når dem, står i bekreftelsen du fikk da du meldte deg på, og på siden til arrangementet.

Vennlig hilsen`,
      en: `Hello {name},

You have written to {vendor}, who supply the registration system. It is the organiser who decides about the event: places, changes, cancellations and payment. We are sorry that we cannot answer that or change it for you.

Please contact the organiser. How to reach them is in the confirmation that you received when you registered, and on the page of the event.

Kind regards`,
    },
  },
  {
    id: 'own-data',
    kinds: ['request', 'security'],
    title: { nb: 'Opplysninger om deg selv', en: 'Data about yourself' },
    text: {
      nb: `Hei {name},

Det er arrangøren som er ansvarlig for opplysningene du ga da du meldte deg på. Vil du ha innsyn i dem, eller få dem rettet eller slettet, er det arrangøren du skal be om det. Hvordan du når dem, står i bekreftelsen du fikk, og på siden til arrangementet. Vi hjelper arrangøren med å gjøre det de blir bedt om.

Vennlig hilsen`,
      en: `Hello {name},

The organiser is responsible for the data that you gave when you registered. To see it, or to have it corrected or erased, please ask the organiser. How to reach them is in the confirmation that you received, and on the page of the event. We help the organiser to do what they are asked.

Kind regards`,
    },
  },
  {
    id: 'needs-an-estimate',
    kinds: ['assignment'],
    title: { nb: 'Oppdrag: Vi gir et prisoverslag først', en: 'Assignment: an estimate first' },
    text: {
      nb: `Hei {name},

Dette gjør vi gjerne for dere. Det går utover vanlig support, så du får et prisoverslag fra oss først, og vi begynner når du har godkjent det. For å kunne anslå arbeidet trenger vi å vite:

- Hva skal være på plass når vi er ferdige?
- Når trenger dere det?
- Finnes det et tidligere arrangement som ligner?

Vennlig hilsen`,
      en: `Hello {name},

We will gladly do this for you. It goes beyond ordinary support, so you will get an estimate of the price first, and we begin once you have approved it. To estimate the work we need to know:

- What should be in place when we have finished?
- When do you need it?
- Is there an earlier event that is similar?

Kind regards`,
    },
  },
]);
