import type { Text } from '../platform/index.ts';
import { classifyCode, type FailureClass } from '../xroad/index.ts';

/** Why a query has no answer: what X-Road's failures mean, and what is ours alone. */
export type TroubleFamily =
  | FailureClass
  | 'ANSWER_OFF_CONTRACT'
  | 'ANSWER_NOT_CREDIBLE'
  | 'CONTRACT_BROKEN'
  | 'BREAKER_OPEN'
  | 'PLANNED_MAINTENANCE'
  | 'NOT_SENDABLE'
  | 'NOT_YET_DUE'
  | 'ORDER_EXPIRED'
  | 'PURPOSE_ENDED'
  | 'WORKER_LOST'
  | 'WRITE_UNCLEAR'
  | 'WRITE_HELD'
  | 'DISCARDED';

/** The three voices of one trouble. */
export interface Trouble {
  /** `STAR-XT-NETWORK`: stable, and the anchor of its runbook entry. */
  readonly code: string;
  /** To the worker: what has happened, and what to do now. */
  readonly worker: Text;
  /** To the operator: what it means, */
  readonly operator: string;
  /** and what to do, in this order. */
  readonly steps: readonly string[];
}

const WAITS: Text = {
  et: 'Register ei ole praegu kättesaadav. Päringut korratakse ise; kui otsusega on kiire, küsige andmed isikult või dokumendist.',
  en: 'The register cannot be reached at the moment. The query is repeated by itself; if the decision cannot wait, take the data from the person or a document.',
  ru: 'Регистр сейчас недоступен. Запрос повторится сам; если решение не терпит, возьмите данные у лица или из документа.',
};
const MENDED_BY_OTHERS: Text = {
  et: 'Päringut ei saa praegu teha, sest ühendus registriga vajab seadistamist. Operaator teab sellest; seni sisestage andmed dokumendi alusel.',
  en: 'The query cannot be made until the connection to the register is mended. The operator knows; until then enter the data from a document.',
  ru: 'Запрос невозможен, пока не исправлено соединение с регистром. Оператор знает; пока введите данные по документу.',
};
const NOT_BELIEVED: Text = {
  et: 'Registri vastust ei saa usaldada ja see jäeti kõrvale. Sisestage andmed dokumendi alusel; operaator uurib põhjust.',
  en: 'The register’s answer cannot be trusted and was put aside. Enter the data from a document; the operator looks into it.',
  ru: 'Ответу регистра нельзя доверять, он отброшен. Введите данные по документу; оператор выясняет причину.',
};
const ASK_OTHERWISE: Text = {
  et: 'Register ei võtnud päringut vastu. Kontrollige päringu andmeid; kui need on õiged, pöörduge kasutajatoe poole.',
  en: 'The register did not take the query. Check what was asked; if it is right, turn to user support.',
  ru: 'Регистр не принял запрос. Проверьте данные запроса; если они верны, обратитесь в поддержку.',
};
const CLOSED: Text = {
  et: 'Register on hoolduses. Päring läheb ise, kui hooldus lõpeb; kui otsusega on kiire, küsige andmed isikult või dokumendist.',
  en: 'The register is in maintenance. The query goes by itself when that ends; if the decision cannot wait, take the data from the person or a document.',
  ru: 'В регистре идёт обслуживание. Запрос уйдёт сам, когда оно закончится; если решение не терпит, возьмите данные у лица или из документа.',
};
const NOT_YET: Text = {
  et: 'Andmed ei ole veel täielikud. Need küsitakse ise uuesti päeval, mil nad on.',
  en: 'The data are not whole yet. They are asked for again by themselves on the day they are.',
  ru: 'Данные ещё не полны. Они будут запрошены снова сами в день, когда будут полны.',
};
const WITHOUT_PURPOSE: Text = {
  et: 'Päringut ei tehtud, sest menetlus on lõppenud või õigus selleks puudub. Kui andmeid on vaja, algatage menetlus.',
  en: 'The query was not made: the proceeding has ended, or the right to it. If the data are needed, open a proceeding.',
  ru: 'Запрос не сделан: производство завершено или права на него нет. Если данные нужны, начните производство.',
};
const LOOKED_UP: Text = {
  et: 'Ei ole teada, kas register kande tegi. Seda vaadatakse registrist järele ja enne midagi uuesti ei saadeta. Ärge tehke kannet teise kanali kaudu.',
  en: 'It is not known whether the register has made the entry. It is looked up there before anything is sent again. Do not enter it by another channel.',
  ru: 'Неизвестно, внёс ли регистр запись. Это проверяется в регистре, прежде чем что-либо отправится снова. Не вносите запись через другой канал.',
};
const WAITS_FOR_OPERATOR: Text = {
  et: 'Ei ole teada, kas register kande tegi, ja registrist seda näha ei ole. Operaator selgitab selle välja. Ärge tehke kannet teise kanali kaudu.',
  en: 'It is not known whether the register has made the entry, and it does not show. The operator finds it out. Do not enter it by another channel.',
  ru: 'Неизвестно, внёс ли регистр запись, и по регистру этого не видно. Оператор это выяснит. Не вносите запись через другой канал.',
};
const ORDER_ANEW: Text = {
  et: 'Register ei teinud tellitud faili õigel ajal valmis või ei hoia seda enam. Kui andmeid on vaja, tellige uuesti.',
  en: 'The register did not make the ordered file in time, or no longer keeps it. If the data are needed, order again.',
  ru: 'Регистр не подготовил заказанный файл вовремя или больше его не хранит. Если данные нужны, закажите снова.',
};
const GIVEN_UP: Text = {
  et: 'Operaator loobus päringust. Kui andmeid on vaja, küsige uuesti.',
  en: 'The operator gave the query up. If the data are needed, ask again.',
  ru: 'Оператор отменил запрос. Если данные нужны, запросите снова.',
};

type Told = Omit<Trouble, 'code'>;
const told = (worker: Text, operator: string, ...steps: string[]): Told => ({ worker, operator, steps });

const SEE_FAULT = 'Read the fault’s code and text in the console, and the security server’s log by the X-Road id.';
const RETRY = 'Retry the failed queries in the console once it is mended.';

const TROUBLES: Readonly<Record<TroubleFamily, Told>> = {
  OUR_MESSAGE: told(
    ASK_OTHERWISE,
    'The security server or the register refuses the message as we write it.',
    SEE_FAULT,
    'Compare the request’s contract (`xroad get-wsdl`) with `wsdl/`.',
    'Report it to the developers: asking again changes nothing.',
  ),
  OUR_CONFIGURATION: told(
    MENDED_BY_OTHERS,
    'Our side is set up wrongly: subsystem, client certificate, or address of the security server.',
    'Compare `xroad.client` and `xroad.securityServers` with what is registered.',
    'Look at the certificate’s end (`star_certificate_expiry_timestamp_seconds`) and whether the security server knows it.',
    RETRY,
  ),
  CENTRAL_CONFIGURATION: told(
    WAITS,
    'The security server has lost the central configuration.',
    'Ask the security server’s administrator: it must reach the central servers.',
    'What waits goes by itself.',
  ),
  SIGNING: told(
    WAITS,
    'The security server cannot sign: token, PIN or the certificate’s state.',
    'Ask the security server’s administrator to log the token in and to look at OCSP.',
    'What waits goes by itself.',
  ),
  LOGGING: told(
    WAITS,
    'The security server cannot log or time-stamp, and therefore carries nothing.',
    'Ask its administrator to look at the disk and at the time-stamping service.',
    'What waits goes by itself.',
  ),
  MAINTENANCE: told(
    WAITS,
    'The register’s security servers are in maintenance; its administrator’s note stands in the fault.',
    'Nothing: what waits goes when it is over.',
    'Pause the register in the console if it lasts long.',
  ),
  NETWORK: told(
    WAITS,
    'Nobody listens, or the connection was cut, on the way to the security server or behind it.',
    'Is our security server reachable from here? If not: network, firewall, its process.',
    'If it is: the register’s own server is away. What waits goes by itself.',
  ),
  SECURITY_SERVER: told(
    WAITS,
    'The security server itself is in trouble.',
    SEE_FAULT,
    'What waits goes by itself, eight times in all.',
    RETRY,
  ),
  ANSWER_BROKEN: told(
    NOT_BELIEVED,
    'What came back is no whole X-Road message.',
    SEE_FAULT,
    'Fetch the signed container of the exchange (`xroad get-container`) and look at what was sent.',
    'Report it to the register’s holder.',
  ),
  INTEGRITY: told(
    NOT_BELIEVED,
    'The answer is to other bytes than were sent, to another header, or wrongly signed. It was thrown away.',
    'Stop trusting what stands between us and the register until it is explained.',
    'Fetch and verify the container (`xroad get-container`, `xroad verify`).',
    'Tell the security server’s administrator and the register’s holder.',
  ),
  UNKNOWN_SERVICE: told(
    MENDED_BY_OTHERS,
    'The register has no such service, or no longer in this version.',
    '`xroad list-methods` shows what it has.',
    'Compare with the catalogue; report it to the developers.',
  ),
  ACCESS_DENIED: told(
    MENDED_BY_OTHERS,
    'The register has not given our subsystem the right to this service.',
    '`xroad allowed-methods` shows what we may call.',
    'Ask the register’s holder for the right.',
    RETRY,
  ),
  SERVICE_DISABLED: told(
    WAITS,
    'The register has switched the service off; its note stands in the fault.',
    'Nothing: what waits goes when it is on again.',
  ),
  PROVIDER_CONFIGURATION: told(
    MENDED_BY_OTHERS,
    'The register’s security server is set up wrongly.',
    'Tell the register’s holder the fault’s code and the X-Road id.',
    RETRY,
  ),
  PROVIDER_DOWN: told(
    WAITS,
    'The register’s system does not answer its own security server.',
    'What waits goes by itself.',
    'Tell the register’s holder if it lasts.',
  ),
  PROVIDER_TIMEOUT: told(
    WAITS,
    'The register took longer than its security server waits.',
    'Lower its concurrency if it is only slow.',
    'What waits goes by itself.',
  ),
  PROVIDER_MESSAGE: told(NOT_BELIEVED, 'The register’s answer is not a message of the protocol.', SEE_FAULT, 'Tell the register’s holder.'),
  PROVIDER_FAULT: told(
    ASK_OTHERWISE,
    'The register refused by a fault of its own.',
    'Its code and text are the register’s: ask its holder what they mean.',
  ),
  DEADLINE: told(
    WAITS,
    'No answer within the time that the query type allows.',
    'Look at `star_exchange_duration_seconds` of the register: slow, or silent?',
    'What waits goes by itself.',
  ),
  UNKNOWN: told(
    MENDED_BY_OTHERS,
    'A fault with a code that nobody here knows. It is not repeated by itself.',
    SEE_FAULT,
    'Report the code to the developers.',
    RETRY,
  ),
  ANSWER_OFF_CONTRACT: told(
    NOT_BELIEVED,
    'The answer does not fit the register’s contract as it is pinned here; the detail names the element and the rule.',
    'Compare the contract with what the register publishes now (`xroad get-wsdl`, `xroad compare-wsdl`).',
    'Report it to the developers; retry when `wsdl/` is mended.',
  ),
  ANSWER_NOT_CREDIBLE: told(
    NOT_BELIEVED,
    'The answer is about somebody else, from the future, or of more than can be. Nothing of it was kept.',
    'Fetch the signed container as evidence (`xroad get-container`).',
    'Tell the register’s holder: it may have told others about the wrong person too.',
  ),
  CONTRACT_BROKEN: told(
    MENDED_BY_OTHERS,
    'The register publishes a contract that breaks the pinned one: what is asked by it is blocked until somebody has looked.',
    'The contract watch in the console lists the differences.',
    'Mend `wsdl/` and the reader, or accept the contract if the difference does not matter.',
    RETRY,
    'Mass orders wait for that and go by themselves.',
  ),
  BREAKER_OPEN: told(
    WAITS,
    'After five failures in a row the register is left alone; a probe goes every 15 s.',
    'Look at why it failed before. What waits goes by itself.',
  ),
  PLANNED_MAINTENANCE: told(
    CLOSED,
    'The register is in a maintenance window that the configuration or an operator has set; what is due waits for its end.',
    'Nothing. If the register is there already, take the window back in the console: what waits goes at once.',
  ),
  NOT_SENDABLE: told(
    MENDED_BY_OTHERS,
    'No message can be made of the query: its type or register is not one that this release knows, or its row was changed by hand and is not what its permit is for.',
    'Look at the query’s code: QUERY_TYPE_UNKNOWN, PERMIT_MISMATCH, or NOT_SENDABLE, of which the worker’s log says more by the query’s id.',
    'Is a release rolled back that had asked it? It goes once that is there again.',
    'Was a row changed by hand? The permit is the truth: it is never changed. Discard the query; the worker asks again.',
    RETRY,
  ),
  NOT_YET_DUE: told(NOT_YET, 'The answer was not whole yet, and the question is planned for the day it is.', 'Nothing.'),
  ORDER_EXPIRED: told(
    ORDER_ANEW,
    'A mass order came to nothing: its file was not ready by the deadline of its type, or the register has forgotten the ticket.',
    'Ask the register’s holder about the order by the X-Road ids of `batch_exchange`.',
    'The worker orders again; nothing is repeated by itself.',
  ),
  PURPOSE_ENDED: told(
    WITHOUT_PURPOSE,
    'When it was to leave, the proceeding was closed or the worker’s right had ended.',
    'Nothing: nothing left.',
  ),
  WORKER_LOST: told(
    WAITS,
    'The process that had sent it ended before it could tell what came of it; the register shows that nothing did.',
    'Look at why the process ended.',
    'What waits goes by itself.',
  ),
  WRITE_UNCLEAR: told(
    LOOKED_UP,
    'A write may have been carried out, and its answer is lost. Two minutes after it left, the register is asked whether it shows there.',
    'Nothing: it is settled by what the register shows, or comes to HELD.',
  ),
  WRITE_HELD: told(
    WAITS_FOR_OPERATOR,
    'A write may have been carried out, and the register does not show whether it was. Nothing is sent until an operator has decided.',
    'The register’s list of those waiting for a decision has the X-Road id of the message that may have been carried out; `xroad get-container` fetches it, signed.',
    'Ask the register’s holder by that id whether the entry is there.',
    'Decide on it in the console, with the reason: done, send again, or give up. (POST /console/api/queries/{id}/resolve, of a declaration /console/api/declarations/{id}/resolve: DONE, SEND_AGAIN, NOT_DONE.)',
  ),
  DISCARDED: told(GIVEN_UP, 'An operator gave the query up; the reason stands in the log.', 'Nothing.'),
};

export const TROUBLE_FAMILIES = Object.keys(TROUBLES) as readonly TroubleFamily[];

const OWN: Readonly<Record<string, TroubleFamily>> = {
  SCHEMA_MISMATCH: 'ANSWER_OFF_CONTRACT',
  ANSWER_ABOUT_ANOTHER: 'ANSWER_NOT_CREDIBLE',
  ANSWER_FROM_THE_FUTURE: 'ANSWER_NOT_CREDIBLE',
  ANSWER_TOO_LONG: 'ANSWER_NOT_CREDIBLE',
  CONTRACT_BROKEN: 'CONTRACT_BROKEN',
  QUERY_TYPE_BLOCKED: 'CONTRACT_BROKEN',
  BREAKER_OPEN: 'BREAKER_OPEN',
  PLANNED_MAINTENANCE: 'PLANNED_MAINTENANCE',
  NOT_SENDABLE: 'NOT_SENDABLE',
  PERMIT_MISMATCH: 'NOT_SENDABLE',
  NOT_YET_DUE: 'NOT_YET_DUE',
  WORKER_LOST: 'WORKER_LOST',
  WRITE_UNCLEAR: 'WRITE_UNCLEAR',
  WRITE_HELD: 'WRITE_HELD',
  DISCARDED: 'DISCARDED',
  NOT_READY_IN_TIME: 'ORDER_EXPIRED',
  TICKET_GONE: 'ORDER_EXPIRED',
  PROCEEDING_CLOSED: 'PURPOSE_ENDED',
  PROCEEDING_NOT_OPEN: 'PURPOSE_ENDED',
  PERMIT_WITHDRAWN: 'PURPOSE_ENDED',
  QUERY_TYPE_UNKNOWN: 'NOT_SENDABLE',
  QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE: 'PURPOSE_ENDED',
  QUERY_NOT_ALLOWED_FOR_ROLE: 'PURPOSE_ENDED',
  SUBJECT_NOT_IN_PROCEEDING: 'PURPOSE_ENDED',
  QUERY_NOT_ALLOWED_FOR_SUBJECT: 'PURPOSE_ENDED',
  NO_PERSONAL_CODE: 'PURPOSE_ENDED',
  SELF_LOOKUP_REFUSED: 'PURPOSE_ENDED',
};

/** What a query’s code comes to: a code of ours, of the way to the register, or a fault of X-Road’s or the register’s own. */
export function familyOf(code: string): TroubleFamily {
  const own = Object.hasOwn(OWN, code) ? OWN[code] : undefined;
  return own ?? classifyCode(code).class;
}

export function troubleOfFamily(family: TroubleFamily): Trouble {
  return { code: `STAR-XT-${family.replaceAll('_', '-')}`, ...TROUBLES[family] };
}

export function troubleOf(code: string): Trouble {
  return troubleOfFamily(familyOf(code));
}
