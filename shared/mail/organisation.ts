import { domainOf } from './address';
import { isPublicDomain } from './public-domains';

// Under these each name is somebody else's, as under a top-level domain: those of Norway, and a few that are common.
const SHARED_ENDS: ReadonlySet<string> = new Set(
  `kommune.no fylkeskommune.no herad.no suohkan.no priv.no vgs.no folkebibl.no museum.no idrett.no mil.no
   co.uk org.uk ac.uk gov.uk ltd.uk plc.uk me.uk net.uk nhs.uk sch.uk com.au net.au org.au edu.au gov.au co.nz org.nz
   com.br com.tr co.jp or.jp ac.jp co.in co.za co.kr com.cn com.mx com.pl com.ua com.sg com.hk
   github.io web.app onmicrosoft.com amazonaws.com herokuapp.com azurewebsites.net sharepoint.com`.split(/\s+/),
);

/** The domain under which an organisation has all its others: `post.kunde.example` is of `kunde.example`. */
function organisationOf(domain: string): string {
  const labels = domain.split('.');
  return labels.slice(SHARED_ENDS.has(labels.slice(-2).join('.')) ? -3 : -2).join('.');
}

/** Whether two addresses belong to one organisation; two of a public provider do not. */
export function areOfOneOrganisation(one: string, other: string): boolean {
  const [organisation, theirs] = [one, other].map((address) => organisationOf(domainOf(address)));
  return organisation !== '' && organisation === theirs && !isPublicDomain(organisation ?? '');
}
