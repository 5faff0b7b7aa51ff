// Around a sign, what takes its edge off: written as `phrases.ts` reads it.
const words = (list: string): readonly string[] => list.trim().split(/\s+/);

/** How many words on a negation reaches: “ingen tegn til datalekkasje”. To half of Norway “no” is “now” as well. */
export const NEGATIONS: Readonly<Record<string, number>> = {
  ...reaching(3, 'ingen inga inkje uten utan without'),
  ...reaching(
    2,
    "ikke ikkje ei aldri not never isn't aren't wasn't weren't hasn't haven't didn't don't doesn't won't nor neither",
  ),
  ...reaching(1, 'no mot against'),
};

function reaching(reach: number, list: string): Readonly<Record<string, number>> {
  return Object.fromEntries(words(list).map((word) => [word, reach]));
}

/** What a gap in a phrase passes over. */
export const FILLERS = words(`
  er har hatt vært vore blitt vorte ble blei vart blir vert helt heilt fullstendig totalt nå no fortsatt fremdeles framleis
  enda ennå deres dykkar vår vårt våre dessverre visst tydeligvis åpenbart igjen plutselig nettopp også for oss alle her
  hos dere dykk med det den de dei bare berre nok en ei ein et eit seg meg jeg eg vi til å opp se ser ut være vere ligget lege
  the a an all our your my is are has have been being be now still completely totally entirely currently again suddenly
  just also apparently unfortunately whole seems seem appears appear to that of since as got i we keeps kept`);

/** What has passed is for no gap to pass over: “siden var nede”. */
export const PAST = words('var was were');

/** What comes after one of these in its clause is only supposed. `.` and `,` stand for the start of a clause. */
export const SUPPOSED: readonly string[] = [
  'hvis/viss/dersom/ifall/såframt',
  'hva/kva skjer/hender om/når/med',
  'hva/kva om',
  'i tilfelle',
  './, skulle/hadde/should !have',
  './, kan/skal jeg/eg/vi/deltakerne/deltakere/deltakarane/brukerne/foreldre/andre/alle/de/dei ~ se/sjå',
  './, can/may/will i/we/they/participants/users/parents/others/everyone ~ see/view/access',
  'hindre/hindrer/hindra/hindrar/forhindre/forhindrer/unngå/unngår/førebygge/forebygge/forebygger',
  'what happens/happened if/when/to',
  'what if',
  'do/happen/happens if',
  './,/and/that if',
  'in case',
  'in ~ event',
  'no sign/signs/evidence of',
  'prevent/prevents/avoid/avoids',
];

/** A sentence with one of these may be no more than talk of breaches and outages. */
export const TALK: readonly string[] = [
  'hvordan/korleis !kunne/kan',
  'how !could/did',
  'rutine/rutiner/rutinar/rutinene/rutinane/retningslinjer/plan/planer/planar/beredskapsplan',
  'policy/procedure/procedures/routines/plans',
  'forsikring/databehandleravtale/databehandleravtalen/databehandlaravtale/avtale/avtalen/kontrakt/kontrakten',
  'dpa/insurance/agreement/contract',
  'kurs/kurset/seminar/seminaret/webinar/webinaret/foredrag/foredraget/konferanse/konferansen/opplæring/tema/temaet',
  'course/conference/lecture/training/workshop/talk',
  'øvelse/øvelsen/øving/øvinga/exercise/drill',
  'planlagt/planlagte/varslet/varsla/varselet/vedlikehold/vedlikehald/planned/scheduled/maintenance',
  'garanti/garanterer/garanterar/guarantee/sla/oppetid/oppetiden/oppetida/uptime/erstatning/compensation',
  'risiko/risikoen/risikovurdering/ros/spørreskjema/revisjon/risk/questionnaire/audit',
  'har dere/de ~ opplevd/opplevt',
  'have you ~ ever',
];

/** It works again: what was said before is over. */
export const RECOVERED: readonly string[] = [
  'virker/verkar/fungerer/fungerar/funker/funkar ~ igjen/nå/no',
  'virker/verkar/fungerer/fungerar/funker ~ som ~ skal',
  'er ~ oppe ~ igjen',
  'oppe og går/gjeng',
  'er ~ i orden',
  'løste/løyste/ordnet/ordna seg',
  'har løst/løyst/ordnet/ordna seg',
  'fant/fann ~ igjen',
  'works/working ~ again/now/fine',
  'back up/online',
  'up and running',
  'is/are ~ fixed/resolved',
  'found ~ it/them ~ again',
];

/** What comes after one of these in its clause has yet to be so, or no longer is. */
export const AWAITED: readonly string[] = [
  'når/før/innen/om/hvis/viss/dersom/kan/ikke/ikkje/aldri/var',
  'when/until/before/once/if/by/can/could/not/never/was',
];
