import { ANOTHER, type BodiesByType, CANARY, SUBJECT } from './body.ts';

const benefits = (status: string, content = '', subject = SUBJECT) =>
  `<s:TKToovoimPuueHyvitisedResponse xmlns:s="http://skais2.som.ee/producer/skais2"><isik><isikukood>${subject}</isikukood><eesnimi>${CANARY}</eesnimi><perekonnanimi>${CANARY}</perekonnanimi></isik>${content}<staatus>${status}</staatus></s:TKToovoimPuueHyvitisedResponse>`;
const GRANTED =
  '<hyvitised><hyvitis><hyvitisLiik>PT</hyvitisLiik><nimetus>Puudega inimese toetus</nimetus><otsusKpv>2024-02-01</otsusKpv><perioodAlgusKpv>2024-02-01</perioodAlgusKpv><perioodLoppKpv>2029-01-31</perioodLoppKpv><enneTahtaegLoppKpv>2026-12-31</enneTahtaegLoppKpv><peatamised><peatamine><perioodAlgusKpv>2025-01-01</perioodAlgusKpv><perioodLoppKpv>2025-01-31</perioodLoppKpv></peatamine></peatamised><rahalisedHyvitised><rahalineHyvitis><summa>65.00</summa><perioodAlgusKpv>2026-10-01</perioodAlgusKpv><perioodLoppKpv>2026-10-31</perioodLoppKpv><valjamaksed><valjamakse><summa>65.00</summa><perioodAlgusKpv>2026-10-01</perioodAlgusKpv><perioodLoppKpv>2026-10-31</perioodLoppKpv><tehingKpv>2026-10-10</tehingKpv></valjamakse></valjamaksed></rahalineHyvitis></rahalisedHyvitised></hyvitis></hyvitised><puuded><puue><otsusKpv>2024-02-01</otsusKpv><perioodAlgusKpv>2024-02-01</perioodAlgusKpv><perioodLoppKpv>2029-01-31</perioodLoppKpv><kood>R</kood><nimetus>Raske</nimetus></puue></puuded>';

export const skais2Bodies: BodiesByType = {
  'SKA.BENEFITS': {
    parameters: { from: '2026-10-01', to: '2026-10-31' },
    contract: 'skais2.wsdl',
    real: 'skais/skais2.wsdl',
    found: benefits('<kood>0</kood><selgitus>OK</selgitus>', GRANTED),
    notFound: benefits('<kood>1</kood><selgitus>Isikut ei leitud</selgitus>'),
    businessError: benefits('<kood>9</kood><selgitus>Sisemine viga</selgitus>'),
    another: benefits('<kood>0</kood>', GRANTED, ANOTHER),
  },
};
