// Of providers that give anybody an address: two people there have nothing in common.
const PUBLIC_DOMAINS: ReadonlySet<string> = new Set(
  `gmail.com googlemail.com msn.com passport.com icloud.com me.com mac.com aol.com aim.com ymail.com rocketmail.com
   proton.me protonmail.com protonmail.ch pm.me tutanota.com tutanota.de tutamail.com tuta.com tuta.io keemail.me
   fastmail.com fastmail.fm hey.com zoho.com mailbox.org posteo.de posteo.net runbox.com
   mail.com email.com gmx.com gmx.de gmx.net gmx.at gmx.ch web.de t-online.de freenet.de
   online.no getmail.no frisurf.no broadpark.no lyse.net altibox.no start.no c2i.net tele2.no
   ebnett.no sensewave.com hesbynett.no enivest.net bkkfiber.no loqal.no haugnett.no
   epost.no spray.no jubii.dk mail.dk stofanet.dk telia.com spray.se bredband.net comhem.se
   tele2.se swipnet.se mail.ru bk.ru inbox.ru list.ru yandex.ru yandex.com rambler.ru ukr.net
   orange.fr wanadoo.fr free.fr laposte.net sfr.fr libero.it virgilio.it tiscali.it wp.pl o2.pl onet.pl interia.pl
   seznam.cz centrum.cz qq.com 163.com 126.com sina.com naver.com daum.net hanmail.net rediffmail.com
   comcast.net verizon.net att.net sbcglobal.net cox.net btinternet.com sky.com virginmedia.com`.split(/\s+/),
);

// The same house under the end of every country: `hotmail.no`, `yahoo.co.uk`.
const FAMILIES = /^(?:hotmail|live|outlook|yahoo|gmx|yandex)\.(?:co\.|com\.)?[a-z]{2,3}$/;

/** Whether anybody can have an address there, so that the domain says nothing of who somebody is. Takes it in ASCII. */
export const isPublicDomain = (domain: string): boolean => PUBLIC_DOMAINS.has(domain) || FAMILIES.test(domain);
