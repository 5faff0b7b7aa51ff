import type { SuspicionOf } from './suspicions';

/** Words and phrases that suggest that something is badly wrong, as `phrases.ts` reads them. */
interface Signs {
  readonly of: SuspicionOf;
  /** What somebody says has happened, or what one may also just talk of. */
  readonly is: 'event' | 'topic';
  readonly phrases: readonly string[];
}

/** Words that stand for one another in the signs. */
export const CLASSES: Readonly<Record<string, readonly string[]>> = classes({
  // What goes down, crashes or hangs. The number of registrations goes down too, without any harm.
  machine: `
    siden sida nettsiden nettsida nettsidene nettsidane hjemmesiden hjemmesida heimesida påmeldingssiden påmeldingssida
    påmeldingssidene påmeldingssidane påmeldingssystemet registreringssystemet systemet løsningen løsninga løysinga
    påmeldingsløsningen påmeldingsløsninga påmeldingsløysinga tjenesten tjenesta tenesta serveren serverne serverane
    portalen appen nettbutikken plattformen plattforma databasen alt
    site website homepage page system service server servers portal platform database everything`,
  part: `
    innloggingen innlogginga innlogging påloggingen pålogginga pålogging påmeldingen påmeldinga skjemaet påmeldingsskjemaet
    betalingsløsningen betalingsløsninga betalingsløysinga billettsalget billettsalet app login checkout registration`,
  crowd: `
    alle deltakerne deltakere deltakarane deltakarar deltagerne deltagere folk kundene kundane medlemmene medlemene
    medlemmer medlemmar brukerne brukarane brukere brukarar foreldrene foreldra foreldre flere fleire mange ansatte tilsette
    participants people members customers users attendees everyone everybody parents many several`,
  we: 'vi me de dei we they',
  nobody: 'ingen nobody',
  can: 'får klarer klarar kan greier greiar fikk fekk klarte greidde',
  works: 'virker verkar fungerer fungerar funker funkar',
  not: 'ikke ikkje',
  gone: 'borte vekk vekke forsvunnet forsvunne tapt tapte',
  entries: `
    data dataene dataa dataen datane påmeldingene påmeldingane påmeldinger påmeldingar registreringene registreringane
    bestillingene bestillingane ordrene ordrane svarene svara kundedataene deltakerdataene
    registrations bookings entries orders records responses`,
  lists: `
    deltakerne deltakarane deltagerne deltakerlisten deltakerlista deltakerlistene deltakarlista deltakarlistene
    deltagerlisten deltagerlista arrangementene arrangementa arrangementet medlemslisten medlemslista participants attendees`,
  payments: `
    betalingen betalinga betalingene betalingane betalinger betalingar betaling kortbetaling kortbetalingen kortbetalinga
    vipps betalingsløsningen betalingsløsninga betalingsløysinga`,
  opening: 'påmeldingen påmeldinga billettsalget billettsalet salget salet registreringen registreringa',
  opens: 'åpner åpnet åpna opnar opna',
  personal: `
    personopplysninger personopplysningene personopplysningar personopplysningane opplysninger opplysningene opplysningar
    opplysningane persondata personnummer personnumre fødselsnummer fødselsnumre data dataene helseopplysninger
    helseopplysningar deltakerlisten deltakerlista deltakerliste deltakarlista deltakarliste medlemslisten medlemslista
    passord passordet passordene passorda kundedata kontaktopplysninger kontaktinformasjon`,
  theirs: `
    påmeldinger påmeldingar påmeldingene påmeldingen opplysninger opplysningar opplysningene personopplysninger data
    dataene bestillinger bestillingar kvitteringer kvitteringar kvitteringen kvitteringa navn namn adresser fødselsnummer personnummer
    helseopplysninger helseopplysningar kontaktinformasjon profil profiler fakturaer fakturaar`,
  somebodys: 'deltakeres deltakerens deltakaren kunders kundens medlemmers brukeres folks persons arrangørs kundes',
  sees: 'ser sjå så vises visest viser får få fikk fekk',
  wrong: `
    deltaker deltakar deltakere deltakarar deltakerne deltakarane deltager deltagere mottaker mottakar mottakere mottakarar
    mottager mottagere person personar personer folk kunde kundar kunder medlem medlemmer liste gruppe
    participant participants recipient recipients people person customer customers list group attendees`,
  suspicious: 'mistenkelig mistenkelige mistenkeleg mistenkelege',
  strangers: 'uvedkommende uvedkomande',
  others: "others people's participant's customer's user's member's person's",
  details:
    'data details information registration registrations bookings addresses orders receipts account accounts profile',
});

function classes(lists: Readonly<Record<string, string>>): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.entries(lists).map(([name, list]) => [name, list.trim().split(/\s+/)]));
}

// “Nede på siden” is a place, and “nede i 30” is a number.
const NO_PLACE = '!på/i/til/ved/under/langs/nederst/med';
const LATELY = 'dag/natt/kveld/morges/formiddag/ettermiddag/perioder/over/flere/fleire/snart';

export const SIGNS: readonly Signs[] = [
  {
    of: 'security',
    is: 'event',
    phrases: [
      'hacket/hacka/hackede',
      'kontoen/kontoene/kontoane/brukeren/brukaren/profilen … kapret/kapra/overtatt/overteken/kompromittert/misbrukt/misbrukte',
      'noen/nokon ~ andre/ukjent/ukjente ~ logget/logga/tilgang/inne',
      'noen/nokon ~ andre som ~ logget/logga',
      'noen/nokon ~ brutt/brote seg inn',
      'har noen/nokon ~ logget/logga inn',
      'noen/nokon ~ tilgang til brukeren/kontoen/brukaren/profilen',
      'noen/nokon ~ endret/endra ~ passordet/kontonummeret/kontonummer',
      'ukjent bruker/brukar/innlogging/pålogging',
      'logget/logga inn på/som ~ feil konto/bruker/brukar/person',
      'inne/inn på ~ feil konto/bruker/brukar/profil',
      'uautorisert/uautoriserte/ulovlig/ulovleg/urettmessig tilgang/innlogging/pålogging',
      '@strangers … tilgang/inn/inne/logget/logga/lest/lese/sett',
      'har/hadde/fikk/fekk ~ tilgang til andres',
      '@personal … på avveie/avveier/avvegar',
      'på avveie/avveier/avvegar ~ @personal',
      'lagt ut ~ personopplysninger/personopplysningar/personnummer/fødselsnummer',
      '@personal ~ lekket/lekka/lekt/stjålet/stole',
      'lekket/lekka/stjålet ~ @personal',
      '@personal … ligger/ligg/lå ~ åpent/ope/opent/offentlig/offentleg ~ på/ute/for/i/./,',
      'sendt/sende/sendte/sent/gikk/gjekk/gått ~ til feil/gale @wrong',
      'sendt/sendte/sende/sent … til feil/gale @wrong',
      '@sees/se ~ andres @theirs',
      'andres personopplysninger/personopplysningar/personnummer/fødselsnummer/helseopplysninger/helseopplysningar',
      '@sees/se ~ @theirs til en/ei/ein annen/anna/annan',
      '@sees/se ~ annen/annan/anna @somebodys ~ @theirs',
      '@sees/se ~ annens @theirs',
      '@sees ~ tilgang til ~ annen/anna/annan @somebodys',
      '@sees/se ~ @theirs … på/til andre !arrangementer/arrangement/kurs/måter',
      '@personal/epostadressene/epostadresser/epostadressane … synlig/synlige/synleg/synlege for alle/andre',
      '@details … from/of another customer/organiser/organisation/company',
      '@sees/se ~ andre sine/sin @theirs',
      '@sees/se ~ andre @somebodys/deltakarar/kundar ~ @theirs/sine',
      '@suspicious innlogging/innlogginger/innloggingar/pålogging/pålogginger/påloggingar/aktivitet',
      '@suspicious/falsk/falske epost/eposter/epostar/lenke/lenker/lenkje/lenkjer/melding/meldinger/meldingar/sms',
      'falsk/falske faktura/fakturaer/fakturaar/nettside/nettsider/innloggingsside',
      'utgir/utgjev seg for',
      'gir/gjev seg ut for',
      'svindelforsøk/svindelepost/svindeleposter/svindelmelding',
      'prøver/forsøker/prøvde/forsøkte ~ å svindle/lure/fiske',
      'brudd/brot på ~ personvern/personvernet/personvernreglene/personopplysningssikkerheten/gdpr/taushetsplikten/teieplikta',
      'hacked',
      'breached/compromised/hijacked',
      'account/accounts/profile ~ stolen/misused',
      'someone/somebody ~ else/unknown ~ logged/access/accessed/signed',
      'someone/somebody ~ logged/broke/broken/signed into/in',
      'someone/somebody ~ gained/got/had access',
      'logged/signed in/into ~ wrong account/user/person/profile',
      'unauthorised/unauthorized … access/login/logins/user/users/person/people',
      '@details/passwords/password/credentials/list ~ leaked/stolen/exposed',
      'leaked/stolen/exposed … @details/passwords/password/list',
      'sent/went/mailed/emailed … to ~ wrong @wrong',
      'see/sees/seeing/view/viewing/access/shows/showing/shown ~ @others ~ @details',
      'see/sees/seeing/view/viewing/access/shows/showing/shown ~ other @others/people/participants/customers/users/members ~ @details',
      "somebody/someone else's … account/profile/data/details/registration/receipt/information",
      "see/sees/seeing/view/viewing/got/received ~ another person's/participant's/user's/customer's/member's",
      'unknown user/login',
      'someone/somebody ~ changed ~ password/bank',
      'suspicious login/logins/activity/email/emails/mail/link/links/message/messages',
      'pretending to be you/us',
      'pretends to be you/us',
      'impersonating/impersonates/impersonated',
      'fake invoice/invoices/email/emails/website/site/page/login',
    ],
  },
  {
    of: 'security',
    is: 'topic',
    phrases: [
      'hacking/hackere/hackarar/hackerne/hackarane/hacker/hackers',
      'hackerangrep/hackarangrep/hackerangrepet/hackarangrepet/dataangrep/dataangrepet/cyberangrep/cyberangrepet',
      'phishing/nettfiske/nettfisking/svindel',
      'datainnbrudd/datainnbruddet/datainnbrot/datainnbrotet/datalekkasje/datalekkasjen/datalekkasjer/datalekkasjar',
      'sikkerhetsbrudd/sikkerhetsbruddet/sikkerheitsbrot/tryggingsbrot/tryggleiksbrot/sikkerhetshendelse',
      'sikkerhetshull/sikkerhetshullet/sikkerheitshol/tryggleikshol',
      'avvik etter ~ gdpr/personvernforordningen/personvernregelverket',
      'personvernbrudd/personvernbruddet/personvernbrot/personvernavvik/personvernavviket',
      'løsepengevirus/løysepengevirus/ransomware/skadevare/malware/identitetstyveri',
      'data leak/leaks/breach/breaches',
      'security breach/breaches/incident/hole/vulnerability/leak',
      'privacy/gdpr breach/breaches/violation',
      'breach of ~ gdpr/privacy/confidentiality/personal',
      'sql injection',
      'cyber attack/attacks',
    ],
  },
  {
    of: 'critical',
    is: 'event',
    phrases: [
      // The service stands still.
      `@machine/@part ~ er/ligger/ligg/har/være/vere ~ nede ${NO_PLACE}`,
      `@machine/@part ~ er/ligger/ligg/har ~ nede i ${LATELY}`,
      `er/ligger/ligg ~ @machine/@part ~ nede ${NO_PLACE}`,
      `@machine/@part nede ${NO_PLACE}`,
      `er/ligger/ligg dere/dykk/de ~ nede ${NO_PLACE}`,
      'det/alt/dette/den ~ er/ligger/ligg ~ nede ./,/nå/no/igjen/hos/for',
      'er den/det/alt ~ nede ./,/nå/no/igjen/hos/for',
      '@works @not for alle/noen/nokon',
      'feiler/feilar for alle',
      '@machine ~ hengt/henger/heng/hang seg',
      '@machine ~ gikk/gjekk/går/gått/gådd ned',
      '@machine ~ krasjet/krasja/krasjer/krasjar/kræsjet/kræsja/kræsjer/crashet/crasha',
      '@machine ~ er ~ død/dødt/daud/daudt/utilgjengelig/utilgjengeleg',
      'den/det laster/lastar/svarer/svarar @not',
      '@not ~ kontakt med ~ @machine',
      'ingen andre heller',
      'feilmelding … for alle',
      '@machine ~ @not ~ tilgjengelig/tilgjengeleg',
      '@machine ~ @works/svarer/svarar/lastes/lastar/laster @not !på/med/som',
      'ingenting/inkje ~ @works',
      'alt/@machine ~ står ~ stille',
      'står ~ helt/heilt stille',
      'alt ~ stoppet/stoppa',
      'full/total stans/stopp',
      '500/502/503/504 error/feil/bad/internal/service/gateway',
      'error/feil/feilkode/feilmelding/http 500/502/503/504 !kr/kroner/nok',
      'internal server error',
      'bad gateway',
      'service unavailable',
      'gateway timeout',
      '@crowd ~ får ~ feilmelding/feilmeldinger/feilmeldingar/timeout',
      'får ~ timeout/timeouts',
      'alle/folk/de/dei som prøver/forsøker/freistar å melde/logge/betale/registrere',
      'kritisk/kritiske feil',
      `@machine/@part ~ is/are/has/have/be ~ down !to/by/on/with/the`,
      'is/are ~ @machine/@part ~ down !to/by/on/with/the',
      './, ~ @machine/@part down ./,/again/since/now/for',
      'are you ~ down',
      '@machine ~ went/goes/gone/going down',
      '@machine ~ crashed/crashes/crashing/unavailable/unreachable/inaccessible/unresponsive',
      "@machine ~ not/isn't/won't/doesn't/cannot/can't ~ work/working/responding/respond/loading/load/available/accessible",
      '@machine does/do/will/did not work/respond/load/open',
      'nothing ~ works/working/loads/loading',
      'critical error/failure/bug',
      // Nobody gets in, or gets anything done.
      '@nobody … @can ~ logget/logga/logge/meldt/melde/registrert/registrere/registrera/betalt/betale/betala/kjøpt/kjøpe/fullført/fullføre',
      '@nobody … kommer/kjem/slipper/slepp ~ inn/gjennom',
      '@nobody … får ~ tilgang',
      '@crowd … kommer/kjem ~ @not ~ inn',
      '@we kommer/kjem ~ @not ~ inn ./,/på/i',
      '@crowd/@we … @can ~ @not ~ logget/logga/logge ~ inn/på',
      '@crowd/@we … @can ~ @not ~ meldt/melde ~ på !flere/fleire/etter/uten/utan',
      '@crowd … @can ~ @not ~ registrert/registrere/registrera/betalt/betale/betala/kjøpt/kjøpe/fullført/fullføre/åpnet/opna',
      '@crowd/@we ~ @not @can ~ logget/logga/logge/meldt/melde/registrert/registrere/betalt/kjøpt',
      '@crowd/@we … @can ~ @not ~ tatt/teke/ta imot ~ påmeldinger/påmeldingar/betaling/betalinger/betalingar',
      '@crowd ~ utestengt/utestengde',
      '@crowd/@we ~ kastet/kasta ut',
      'det er ~ @not ~ mulig/mogleg å melde seg på !etter/lenger/lengre/anonymt/uten/utan/via/for/fra/frå/flere/fleire/som',
      'det er ~ @not ~ mulig/mogleg å logge/logga ~ inn !etter/lenger/uten/utan/via/som',
      'det er ~ @not ~ mulig/mogleg å betale/betala !etter/uten/utan/via/med/for',
      'det ~ @not går/gjeng/er ~ an/mulig/mogleg å melde/logge/logga/betale/betala ~ seg/inn/./, !flere/fleire/etter/uten/utan',
      'umulig/umogleg å melde seg på',
      'umulig/umogleg å logge/logga/betale/betala/registrere/registrera',
      'det går/gjeng ~ @not ~ an å melde seg på !etter/lenger/lengre/uten/utan/via/flere/fleire/som',
      'det går/gjeng ~ @not ~ an å logge/logga ~ inn !uten/utan/via/som',
      'det går/gjeng ~ @not ~ an å betale/betala !uten/utan/via/med/for',
      'no one … can/could/able/manages ~ log/login/register/sign/pay/buy/get/access/complete',
      'none of … can/could/able/manage ~ log/login/register/sign/pay/buy/get/access/complete',
      'nobody … can/could/able/manages ~ log/login/register/sign/pay/buy/get/access/complete',
      "@crowd ~ can't/cannot/couldn't/unable ~ log/login/register/sign/pay/buy/access/get/complete",
      "@we ~ can't/cannot/couldn't/unable ~ log/login/sign ~ in/into/./,",
      "@we ~ can't/cannot/couldn't/unable ~ access/reach/open ~ @machine",
      '@crowd ~ get/gets/getting/see/seeing/receive ~ error/errors',
      '@crowd … can/could/are/able not ~ log/login/register/sign/pay/buy/access/get/complete',
      '@crowd ~ locked/kicked out',
      'not possible to register/log/pay/sign/buy !after/without/as/for/with/more',
      'impossible to register/log/pay/sign/buy',
      // Data is gone.
      '@entries/@lists ~ er/har/ble/blei/vart ~ @gone !når/etter',
      'er/har ~ @entries/@lists ~ @gone !når/etter',
      '@entries/@lists ~ forsvant/forsvann/forsvinner/forsvinn',
      'alle/alt/all ~ @entries/@lists … slettet/sletta/@gone',
      '@entries/@lists ~ er/har/ble/blei/vart ~ slettet/sletta !etter/i/fra/frå/slik/som/når',
      'alt ~ er/har/ble/blei/vart ~ @gone/slettet/sletta',
      'alt ~ forsvant/forsvann',
      'mistet/mista/mister/mistar/mist ~ alt',
      'mistet/mista/mister/mistar/mist … @entries',
      'tap av data/påmeldinger/påmeldingar/kundedata',
      '@entries/@lists ~ are/is/have/has ~ gone/disappeared/vanished/wiped/lost',
      'are/is/have ~ @entries/@lists ~ gone/lost/wiped',
      '@entries/@lists ~ disappeared/vanished',
      'all ~ @entries/@lists … gone/lost/deleted/disappeared/wiped/vanished',
      'everything ~ gone/lost/deleted/disappeared/wiped',
      'lost/losing … @entries',
      'lost/losing everything',
      // Payments fail.
      '@payments ~ @works/går/gjeng @not',
      '@payments ~ med kort/vipps ~ @works/går/gjeng @not',
      '@payments ~ er/ligger/ligg ~ nede',
      '@payments ~ med kort/vipps ~ feiler/feilar/stopper/stoppar',
      'betalingene/betalingane/betalinger/betalingar/kortbetaling/kortbetalinger ~ feiler/feilar/stopper/stoppar/avvises/avvisast/avvist',
      '@crowd ~ trukket/trekt/trekte/belastet/belasta ~ dobbelt',
      '@crowd ~ trukket/trekt/trekte/belastet/belasta ~ to ganger/gonger/gongar',
      'payments/checkout ~ fail/fails/failing/failed/declined/rejected',
      "payments/checkout/payment ~ not/isn't/aren't/don't/doesn't ~ working/work",
      'payments do not work',
      '@crowd … charged ~ twice/double',
      // Registration does not open.
      '@opening ~ @opens ~ @not !før/automatisk/igjen',
      '@opening ~ @not ~ @opens !før/for',
      '@opening skulle ~ åpne/åpnet/åpna/opne/opna',
      'should have opened',
      "registration/registrations/sale/sales ~ didn't/hasn't/won't/isn't ~ open/opened/opening !until/before/yet/to",
      'registration/registrations/sale/sales ~ did/has/will not ~ open/opened !until/before/yet/to',
    ],
  },
  {
    of: 'critical',
    is: 'topic',
    phrases: [
      'datatap/datatapet',
      'data loss',
      'loss of data',
      'driftsstans/driftsstansen/driftsstopp/serverkrasj/serverfeil',
      'nedetid/downtime/outage/outages/standstill',
    ],
  },
];
