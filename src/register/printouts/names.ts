import type { Text } from '../../platform/index.ts';
import type { DocumentKind } from '../documents/index.ts';
import type { NetworkRelation, Source } from '../people/index.ts';
import type { ActionState, IntakeState, ProceedingState, StepKind, SubjectRole } from '../proceedings/index.ts';

const named = (et: string, en: string, ru: string): Text => ({ et, en, ru });

/** What codes are called for which the register keeps no classifier, list by list. */
export const NAMES = {
  INTAKE_STATE: {
    REGISTERED: named('registreeritud', 'registered', 'зарегистрировано'),
    IN_PROCEEDING: named('menetluses', 'in a proceeding', 'в производстве'),
    CLOSED: named('lõpetatud', 'closed', 'завершено'),
    REDIRECTED: named('edastatud', 'passed on', 'передано'),
    ANNULLED: named('ekslik', 'entered by mistake', 'ошибочное'),
  } satisfies Record<IntakeState, Text>,
  PROCEEDING_STATE: {
    OPENED: named('algatatud', 'opened', 'открыто'),
    SUSPENDED: named('peatatud', 'suspended', 'приостановлено'),
    CLOSED: named('lõpetatud', 'closed', 'завершено'),
    ARCHIVED: named('arhiveeritud', 'archived', 'в архиве'),
  } satisfies Record<ProceedingState, Text>,
  SUBJECT_ROLE: {
    MAIN: named('põhisubjekt', 'main subject', 'главное лицо'),
    FAMILY_MEMBER: named('pereliige', 'family member', 'член семьи'),
    CARER: named('hooldaja', 'carer', 'ухаживающий'),
    CARED_FOR: named('hooldatav', 'cared for', 'получающий уход'),
    CHILD: named('laps', 'child', 'ребёнок'),
    PARENT: named('vanem', 'parent', 'родитель'),
  } satisfies Record<SubjectRole, Text>,
  STEP: {
    INTAKE_REGISTERED: named('pöördumine registreeriti', 'intake registered', 'обращение зарегистрировано'),
    INTAKE_LINKED: named('pöördumine lisati', 'intake added', 'обращение добавлено'),
    INTAKE_AMENDED: named('pöördumist muudeti', 'intake amended', 'обращение изменено'),
    OPENED: named('menetlus algatati', 'proceeding opened', 'производство открыто'),
    SUSPENDED: named('menetlus peatati', 'proceeding suspended', 'производство приостановлено'),
    RESUMED: named('menetlust jätkati', 'proceeding resumed', 'производство продолжено'),
    CLOSED: named('menetlus lõpetati', 'proceeding closed', 'производство завершено'),
    REOPENED: named('menetlus taasavati', 'proceeding reopened', 'производство возобновлено'),
    ASSIGNED: named('menetlus anti teisele töötajale', 'given to another worker', 'передано другому работнику'),
    TRANSFER_OFFERED: named('menetlust pakuti teisele asutusele', 'offered to another institution', 'предложено другому учреждению'),
    TRANSFERRED: named('menetlus anti teisele asutusele', 'passed to another institution', 'передано другому учреждению'),
    SUBJECT_ADDED: named('isik lisati', 'person added', 'лицо добавлено'),
    SUBJECT_CHANGED: named('isiku andmeid muudeti', 'person’s data changed', 'данные лица изменены'),
    ACTION_CHANGED: named('toimingut muudeti', 'action changed', 'действие изменено'),
    ACTION_DONE: named('toiming tehti', 'action done', 'действие совершено'),
    ACTION_CANCELLED: named('toiming tühistati', 'action cancelled', 'действие отменено'),
    LINK_ADDED: named('viide lisati', 'link added', 'ссылка добавлена'),
    DOCUMENT_ADDED: named('dokument lisati', 'document added', 'документ добавлен'),
    DOCUMENT_WITHDRAWN: named('dokument võeti tagasi', 'document withdrawn', 'документ отозван'),
  } satisfies Record<StepKind, Text>,
  ACTION_STATE: {
    PLANNED: named('kavandatud', 'planned', 'запланировано'),
    DONE: named('tehtud', 'done', 'сделано'),
    CANCELLED: named('tühistatud', 'cancelled', 'отменено'),
  } satisfies Record<ActionState, Text>,
  DOCUMENT_KIND: {
    APPLICATION: named('taotlus', 'application', 'ходатайство'),
    CERTIFICATE: named('tõend', 'certificate', 'справка'),
    INCOME_PROOF: named('sissetuleku tõend', 'proof of income', 'подтверждение дохода'),
    EXPENSE_PROOF: named('kulu tõend', 'proof of expense', 'подтверждение расхода'),
    MEDICAL: named('terviseandmed', 'medical', 'медицинский документ'),
    ASSESSMENT: named('hindamine', 'assessment', 'оценка'),
    CONSENT: named('nõusolek', 'consent', 'согласие'),
    AUTHORISATION: named('volitus', 'authorisation', 'доверенность'),
    CONTRACT: named('leping', 'contract', 'договор'),
    COURT_RULING: named('kohtulahend', 'court ruling', 'судебное решение'),
    DECISION: named('otsus', 'decision', 'решение'),
    LETTER: named('kiri', 'letter', 'письмо'),
    PHOTO: named('foto', 'photo', 'фотография'),
    OTHER: named('muu', 'other', 'другое'),
  } satisfies Record<DocumentKind, Text>,
  ORIGIN: {
    MANUAL: named('töötaja sisestatud', 'entered by a worker', 'внесено работником'),
    AUTOMATIC: named('automaatne', 'automatic', 'автоматически'),
  },
  SOURCE: {
    WORKER: named('töötaja', 'worker', 'работник'),
    POPULATION_REGISTER: named('rahvastikuregister', 'population register', 'регистр населения'),
  } satisfies Record<Source, Text>,
  SEX: { MALE: named('mees', 'male', 'мужской'), FEMALE: named('naine', 'female', 'женский') },
  RELATION: {
    SPOUSE: named('abikaasa', 'spouse', 'супруг(а)'),
    PARTNER: named('elukaaslane', 'partner', 'сожитель(ница)'),
    PARENT: named('vanem', 'parent', 'родитель'),
    CHILD: named('laps', 'child', 'ребёнок'),
    SIBLING: named('õde või vend', 'sibling', 'брат или сестра'),
    GRANDPARENT: named('vanavanem', 'grandparent', 'бабушка или дедушка'),
    GRANDCHILD: named('lapselaps', 'grandchild', 'внук или внучка'),
    RELATIVE: named('sugulane', 'relative', 'родственник'),
    GUARDIAN: named('eestkostja', 'guardian', 'опекун'),
    WARD: named('eestkostetav', 'ward', 'подопечный'),
    CARER: named('hooldaja', 'carer', 'ухаживающий'),
    CARED_FOR: named('hooldatav', 'cared for', 'получающий уход'),
    FRIEND: named('sõber', 'friend', 'друг'),
    NEIGHBOUR: named('naaber', 'neighbour', 'сосед'),
    SUPPORT_PERSON: named('tugiisik', 'support person', 'опорное лицо'),
    SPECIALIST: named('spetsialist', 'specialist', 'специалист'),
    OTHER: named('muu', 'other', 'другое'),
  } satisfies Record<NetworkRelation, Text>,
  QUERY_STATE: {
    QUEUED: named('ootel', 'waiting', 'ожидает'),
    SENT: named('saadetud', 'sent', 'отправлен'),
    RETRY_WAIT: named('korratakse', 'to be tried again', 'будет повторён'),
    ANSWERED: named('vastatud', 'answered', 'отвечен'),
    HELD: named('selgitamisel', 'being looked into', 'выясняется'),
    FAULTED: named('keelduti', 'refused', 'отказано'),
    FAILED: named('ebaõnnestus', 'failed', 'не удался'),
    CANCELLED: named('tühistatud', 'cancelled', 'отменён'),
    PURGED: named('vastus kustutatud', 'answer destroyed', 'ответ уничтожен'),
  },
  ANSWER_STATE: {
    FOUND: named('andmed leiti', 'found', 'данные найдены'),
    NOT_FOUND: named('andmeid ei leitud', 'nothing found', 'данные не найдены'),
    PARTIAL: named('andmed osaliselt', 'in part', 'частично'),
    NOT_YET_DUE: named('andmeid veel ei ole', 'not there yet', 'данных ещё нет'),
    REJECTED: named('register keeldus', 'rejected', 'регистр отказал'),
  },
  /** What a line of a client file is. */
  TOLD: {
    NAME: named('nimi', 'name', 'имя'),
    PERSON: named('isikuandmed', 'personal data', 'личные данные'),
    PERSONAL_CODE: named('isikukood saadi', 'personal code given', 'присвоен личный код'),
    CONTACTS: named('kontaktandmed', 'contacts', 'контакты'),
    BANK_ACCOUNT: named('arvelduskonto', 'bank account', 'расчётный счёт'),
    RESIDENCE: named('elukoht rahvastikuregistris', 'registered residence', 'место жительства по регистру'),
    ACTUAL_ADDRESS: named('tegelik elukoht', 'actual address', 'фактическое место жительства'),
    NETWORK_MEMBER: named('võrgustiku liige', 'member of the network', 'участник сети'),
    HOUSEHOLD: named('leibkond', 'household', 'домохозяйство'),
    MERGER: named('toimikute ühendamine', 'files merged', 'объединение дел'),
    INTAKE: named('pöördumine', 'intake', 'обращение'),
    PROCEEDING: named('menetlus', 'proceeding', 'производство'),
    STEP: named('menetluskäik', 'step', 'ход производства'),
    ACTION: named('toiming', 'action', 'действие'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>;

/** A list of codes: one of ours, or a classifier of the register. */
export type CodeList = keyof typeof NAMES | (typeof CLASSIFIERS)[number];

/** The classifiers whose labels print-outs use. */
export const CLASSIFIERS = ['INTAKE_KIND', 'INTAKE_CHANNEL', 'PROCEEDING_KIND', 'ACTION_KIND', 'CLOSE_REASON', 'SOCIAL_STATUS'] as const;
