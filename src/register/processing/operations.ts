import { type Operation, operation } from './operation.ts';

/** The register's task in the public interest, and the special categories that social work cannot do without. */
const TASK = [
  ['IKÜM', 'art 6 lg 1 p e'],
  ['IKÜM', 'art 9 lg 2 p b'],
] as const;
/** What a public body owes by law. */
const DUTY = ['IKÜM', 'art 6 lg 1 p c'] as const;
const SECURITY = ['IKÜM', 'art 32'] as const;

/**
 * Every operation of the register. A call, a service or a part of the system that stands in none fails `test/register/processing.test.ts`: whoever adds
 * one says here by which law. What each query asks of another register has its own basis in the catalogue of `src/registries`.
 */
export const OPERATIONS: readonly Operation[] = [
  operation(
    'CLIENT_FILE',
    ['klienditoimiku pidamine', 'keeping the client file', 'ведение дела клиента'],
    [['SHS', '§ 141 lg 1 p 1'], ['SHS', '§ 142 lg 1 p 1–2'], ...TASK],
    `/clients /clients/search /clients/{id} /clients/{id}/actual-address /clients/{id}/bank-accounts /clients/{id}/bank-accounts/{entryId}/end
     /clients/{id}/contacts /clients/{id}/file /clients/{id}/history /clients/{id}/household /clients/{id}/mergers /clients/{id}/network
     /clients/{id}/network/{entryId}/end /clients/{id}/openings /clients/{id}/residence`,
  ),
  operation(
    'PROCEEDING',
    ['pöördumiste ja menetluste dokumenteerimine', 'documenting intakes and proceedings', 'документирование обращений и производств'],
    [['SHS', '§ 141 lg 1 p 1–3'], ['SHS', '§ 142 lg 1 p 3'], ['SHS', '§ 144 lg 1'], ...TASK],
    `/intakes /intakes/{id} /intakes/{id}/annul /intakes/{id}/link /intakes/{id}/open /intakes/{id}/redirect
     /proceedings /proceedings/{id} /proceedings/{id}/actions /proceedings/{id}/actions/{actionId} /proceedings/{id}/assign /proceedings/{id}/close
     /proceedings/{id}/links /proceedings/{id}/reopen /proceedings/{id}/resume /proceedings/{id}/subjects
     /proceedings/{id}/subjects/{clientId} /proceedings/{id}/suspend /proceedings/{id}/timeline /me/actions /me/calendar`,
  ),
  operation(
    'SELF_SERVICE',
    ['iseteenindus', 'self-service', 'самообслуживание'],
    [['SHS', '§ 141 lg 1 p 1'], ['HMS', '§ 14'], ...TASK],
    '/self-service/applications /self-service/applications/{id} /self-service/sessions /self-service/sessions/current',
  ),
  operation(
    'DATA_QUALITY',
    ['andmete õigsuse tagamine', 'keeping data accurate', 'обеспечение точности данных'],
    [['IKÜM', 'art 5 lg 1 p d'], ['SHS', '§ 144 lg 1'], ...TASK],
    '/data-quality/issues',
  ),
  operation(
    'TRANSFER',
    [
      'menetluse üleandmine pädevale asutusele',
      'passing a proceeding to the competent institution',
      'передача производства компетентному учреждению',
    ],
    [['SHS', '§ 5'], ['SHS', '§ 141 lg 1 p 1'], ...TASK],
    '/proceedings/{id}/transfers /transfers /transfers/{id} /transfers/{id}/accept /transfers/{id}/refuse /transfers/{id}/withdraw',
  ),
  operation(
    'DOCUMENT',
    ['dokumentide säilitamine', 'keeping documents', 'хранение документов'],
    [['SHS', '§ 142 lg 1 p 3'], ...TASK],
    `/me/documents /proceedings/{id}/documents /proceedings/{id}/documents/{documentId} /proceedings/{id}/documents/{documentId}/content
     /proceedings/{id}/documents/{documentId}/withdraw`,
    { systems: ['documents'] },
  ),
  operation(
    'PRINT_OUT',
    ['väljatrükid', 'print-outs', 'распечатки'],
    [['SHS', '§ 142 lg 1 p 3'], ...TASK],
    '/clients/{id}/printout /intakes/{id}/printout /proceedings/{id}/printout',
  ),
  operation(
    'LETTER',
    ['kirjad', 'letters', 'письма'],
    [['SHS', '§ 141 lg 1 p 1'], ['HMS', '§ 25'], SECURITY, ...TASK],
    '/proceedings/{id}/letters',
    { systems: ['mail'] },
  ),
  operation(
    'EVIDENCE',
    ['tõendusmaterjali väljastamine', 'giving out evidence', 'выдача доказательств'],
    [['SHS', '§ 157'], ['HMS', '§ 38'], ['IKÜM', 'art 9 lg 2 p f'], ...TASK],
    '/proceedings/{id}/evidence-export',
  ),
  operation(
    'REGISTER_QUERY',
    ['andmete pärimine teistest andmekogudest', 'asking other registers', 'запрос данных из других регистров'],
    [['SHS', '§ 141 lg 2'], ['STAR põhimäärus', '§ 13'], ...TASK],
    `/query-types /queries/{id} /proceedings/{id}/queries /proceedings/{id}/prefill /proceedings/{id}/events
     /batch-types /batches /batches/{id} /batches/{id}/close /batches/{id}/people`,
    { systems: ['queries', 'worker', 'batches'] },
  ),
  operation(
    'CHANGE_NOTICE',
    ['muudatuste jälgimine avatud menetlustes', 'following changes in open proceedings', 'отслеживание изменений в открытых производствах'],
    [['SHS', '§ 141 lg 2'], ['STAR põhimäärus', '§ 13'], ...TASK],
    '/notices/{id} /notices/{id}/items/{code} /notices/{id}/resolve /me/notices',
    { systems: ['change-feed'] },
  ),
  operation(
    'DECLARATION',
    ['sotsiaalmaksu deklareerimine', 'declaring social tax', 'декларирование социального налога'],
    [['SMS', '§ 6 lg 1¹'], DUTY],
    '/declarations /declarations/{id} /declarations/{id}/file /console/api/declarations/{id}/resolve',
    { systems: ['declarations'] },
  ),
  operation(
    'EMERGENCY_ACCESS',
    ['hädajuurdepääs', 'emergency access', 'экстренный доступ'],
    [
      ['SHS', '§ 5'],
      ['IKÜM', 'art 6 lg 1 p d'],
      ['IKÜM', 'art 9 lg 2 p c'],
    ],
    '/emergency-access /emergency-access/{id} /emergency-access/{id}/approve /emergency-access/{id}/end /emergency-access/{id}/refuse',
  ),
  operation(
    'DISCLOSURE',
    ['andmete väljastamine teistele andmekogudele', 'disclosing data to other registers', 'выдача данных другим регистрам'],
    [['SHS', '§ 141 lg 2'], ['SHS', '§ 139² lg 2'], DUTY],
    '',
    {
      services: ['KontrolliToimetulekuToetuseSaamist', 'HooldajaHooldused', 'HooldajaHooldusedMassParing', 'AsynchronousParingTulem'],
      systems: ['services'],
    },
  ),
  operation(
    'NOTICE_OF_NEED',
    ['abivajajast teatamise vastuvõtt', 'taking notices of people in need', 'приём уведомлений о нуждающихся'],
    [['LasteKS', '§ 27'], ['SHS', '§ 144 lg 1 p 8–9'], ...TASK],
    '',
    { services: ['EsitaAbivajajaTeade'] },
  ),
  operation(
    'TELLING_THE_PERSON',
    ['isikule tema andmete kasutamisest teatamine', 'telling people who used their data', 'сообщение лицу об использовании его данных'],
    [
      ['IKÜM', 'art 15'],
      ['STAR põhimäärus', '§ 1'],
    ],
    `/supervision/usage-reports /self-service/usages /xroad/rest/findUsage/v2/findUsage /xroad/rest/findUsage/v2/usagePeriod /xroad/rest/findUsage/v2/heartbeat
     /about/controllers /about/processing`,
    { systems: ['self-service'] },
  ),
  operation(
    'SUPERVISION',
    ['järelevalve ja logi kontroll', 'supervision and the examination of the log', 'надзор и проверка журнала'],
    [['SHS', '§ 141 lg 3'], ['IKÜM', 'art 24'], SECURITY],
    `/supervision/audit/search /supervision/proceedings /supervision/proceedings/{id} /supervision/listed-persons /supervision/listed-persons/{id}/end /supervision/signal-counts /supervision/signals
     /supervision/signals/{id} /supervision/signals/{id}/review /me/trail /console/api/queries/{id}/reveal`,
  ),
  operation(
    'RETENTION',
    ['säilitamine, arhiveerimine ja kustutamine', 'retention, archiving and erasure', 'хранение, архивирование и удаление'],
    [
      ['SHS', '§ 145¹'],
      ['IKÜM', 'art 5 lg 1 p e'],
    ],
    `/retention/anonymised /retention/fields /retention/holds /retention/holds/{id} /retention/holds/{id}/lift /retention/policies
     /retention/runs /retention/runs/{id} /retention/runs/{id}/stop`,
    { systems: ['retention'] },
  ),
  operation(
    'USERS',
    ['kasutajate ja töötajate andmed', 'data of users and employees', 'данные пользователей и работников'],
    [['SHS', '§ 142 lg 1 p 4'], SECURITY, ['IKÜM', 'art 6 lg 1 p e']],
    `/access-requests /access-requests/{id} /access-requests/{id}/approve /access-requests/{id}/reject
     /signed-documents /signed-documents/{id}/content
     /admin/access-review /admin/access-review/confirm /admin/employees /admin/employees/{id} /admin/institutions/{id}/networks
     /admin/users /admin/users/{id} /admin/users/{id}/deactivate /admin/users/{id}/password-reset /admin/users/{id}/reactivate
     /me/password /me/profile /me/profile/history /me/terms/{version} /terms /stats/personnel /system-notices /system-notices/{id}/read
     /sessions /sessions/current /sessions/current/lock /sessions/current/unlock /sessions/methods /sessions/tara /sessions/tara/callback`,
    { systems: ['access', 'accounts-first', 'api'] },
  ),
  operation(
    'PROCESSORS',
    ['asutused, teenused, abinõud ja eelarved', 'institutions, services, measures and budgets', 'учреждения, услуги, меры и бюджеты'],
    [
      ['SHS', '§ 142 lg 1 p 4'],
      ['ÄRS', '§ 28'],
      ['IKÜM', 'art 28'],
      ['IKÜM', 'art 6 lg 1 p e'],
    ],
    `/institutions /institutions/{id} /institutions/{id}/departments /departments/{id} /municipalities /providers /providers/{id} /providers/{id}/places
     /service-places/{id} /contracts /contracts/{id} /contracts/{id}/end /mandates /mandates/{id} /mandates/{id}/revoke
     /budgets /budgets/{id} /budgets/{id}/amount /measures /measures/{id} /measures/{id}/application-template /measures/{id}/decision-template
     /measures/{id}/end /measures/{id}/versions`,
    { systems: ['provider-check'] },
  ),
  operation(
    'DESCRIPTION',
    [
      'klassifikaatorid, parameetrid ja õiguslikud alused',
      'classifiers, parameters and legal bases',
      'классификаторы, параметры и правовые основания',
    ],
    [
      ['SHS', '§ 141 lg 2'],
      ['STAR põhimäärus', '§ 1'],
    ],
    `/classifiers /classifiers/{code}/values /classifiers/{code}/values/{value}/end /support/proposals /support/proposals/{id}
     /support/proposals/{id}/answer /legal-bases /legal-bases/{id} /parameters /parameters/{code}/values /parameters/{code}/values/{id}
     /parameters/{code}/values/{id}/confirm /housing-cost-caps /addresses/{adrId}`,
  ),
  operation(
    'OPERATION',
    ['registri tehniline käitamine', 'running the register', 'техническая эксплуатация регистра'],
    [['SHS', '§ 141 lg 3'], ['IKÜM', 'art 28'], SECURITY],
    `/health/live /health/ready /console/api/contracts /console/api/contracts/check /console/api/contracts/{type}/accept /console/api/events/{span}
     /console/api/feeds /console/api/feeds/{feed}/read /console/api/health /console/api/history/{span} /console/api/queries/search
     /console/api/queries/{id} /console/api/queries/{id}/discard /console/api/queries/{id}/resolve /console/api/queries/{id}/retry
     /console/api/registries /console/api/registries/{registry}/concurrency /console/api/registries/{registry}/faults
     /console/api/registries/{registry}/maintenance /console/api/registries/{registry}/maintenance/{id}
     /console/api/registries/{registry}/operations /console/api/registries/{registry}/pause /console/api/registries/{registry}/queries
     /console/api/registries/{registry}/resume /console/api/shadows`,
    { systems: ['contract-watch', 'keys-rotate'] },
  ),
];
