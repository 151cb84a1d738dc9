import { defineErrors } from '../../platform/index.ts';

export const intakeErrors = defineErrors({
  INTAKE_NOT_FOUND: {
    status: 404,
    title: { et: 'Pöördumist ei leitud', en: 'Intake not found', ru: 'Обращение не найдено' },
    detail: {
      et: 'Sellist pöördumist teie asutusel ei ole.',
      en: 'Your institution has no such intake.',
      ru: 'У вашего учреждения нет такого обращения.',
    },
    operator: 'Unknown id, or one of another institution: not yours is not there.',
  },
  INTAKE_NOT_REGISTERED: {
    status: 409,
    title: { et: 'Pöördumine ei oota enam', en: 'Intake does not wait any more', ru: 'Обращение уже рассмотрено' },
    detail: {
      et: 'Pöördumine on juba menetluses, edastatud või tunnistatud ekslikuks.',
      en: 'The intake is in a proceeding already, was passed on, or was annulled.',
      ru: 'Обращение уже в производстве, переадресовано или признано ошибочным.',
    },
    operator: 'The intake’s state does not permit this (domain 3.3).',
  },
  INTAKE_OF_OTHERS: {
    status: 409,
    title: { et: 'Pöördumine on teiste isikute kohta', en: 'Intake of other persons', ru: 'Обращение о других лицах' },
    detail: {
      et: 'Kõik pöördumise isikud peavad olema selle menetluse subjektid.',
      en: 'Every person of the intake must be a subject of the proceeding.',
      ru: 'Все лица обращения должны быть участниками этого производства.',
    },
    operator: 'An intake is linked only to a proceeding that has all of its subjects.',
  },
  SUBJECT_REQUIRED: {
    status: 422,
    title: { et: 'Pöördumise subjekt puudub', en: 'Subject required', ru: 'Не указан субъект обращения' },
    detail: {
      et: 'Märkige, kelle mure pöördumises on. Tema peab olema teada; pöörduja isikukood ei pea.',
      en: 'Say whose problem the intake is about. That person must be known; who turned to you need not be.',
      ru: 'Укажите, чья проблема рассматривается. Это лицо должно быть известно, обратившийся может не быть.',
    },
    operator: 'REQ-150, INV-05: an intake names at least its main subject.',
  },
  ACTUAL_ADDRESS_REQUIRED: {
    status: 422,
    title: { et: 'Tegelik elukoht puudub', en: 'Actual address required', ru: 'Не указано фактическое место жительства' },
    detail: {
      et: 'Rahvastikuregistri järgi ei ole isiku elukoht teadaolevalt selles omavalitsuses. Sisestage tegeliku elukoha aadress.',
      en: 'The person is not known to be registered as living in this municipality. Enter where they actually live.',
      ru: 'Неизвестно, что лицо зарегистрировано в этом самоуправлении. Введите фактический адрес.',
    },
    operator:
      'REQ-146, INV-07: for an intake, the known residence is in another municipality or abroad; for an end as SOLVED or DECIDED, it is not known to be in the municipality, and the main subject of the proceeding has no actual address.',
  },
  CONTACT_PERSON_INVALID: {
    status: 422,
    title: { et: 'Pöörduja andmed on vigased', en: 'Invalid contact person', ru: 'Неверные данные обратившегося' },
    detail: {
      et: 'Sisestage pöörduja nimi või märkige, et ta soovis jääda nimetuks.',
      en: 'Enter the name of who turned to you, or that they would not give it.',
      ru: 'Введите имя обратившегося или отметьте, что он пожелал остаться неизвестным.',
    },
    operator: 'A contact person has a name, or is anonymous and has neither name nor personal code.',
  },
  RECEIVING_INSTITUTION_INVALID: {
    status: 422,
    title: { et: 'Asutusele ei saa edastada', en: 'Not an institution to pass on to', ru: 'Учреждению нельзя передать' },
    detail: {
      et: 'Valige teine kohalik omavalitsus või sotsiaalkindlustusamet.',
      en: 'Choose another municipality or the Social Insurance Board.',
      ru: 'Выберите другое местное самоуправление или Департамент социального страхования.',
    },
    operator: 'Unknown institution, the caller’s own, or of a kind that has no proceedings.',
  },
  SUBJECTS_INVALID: {
    status: 422,
    title: { et: 'Menetluse osalised on vigased', en: 'Invalid subjects', ru: 'Неверные участники' },
    detail: {
      et: 'Menetlusel peab olema täpselt üks põhiisik ja iga isik ainult üks kord.',
      en: 'A proceeding has exactly one main subject, and each person once.',
      ru: 'У производства ровно одно основное лицо, и каждое лицо указывается один раз.',
    },
    operator: 'INV-05, INV-09.',
  },
  PROCEEDING_KIND_NOT_ALLOWED: {
    status: 403,
    title: {
      et: 'Seda liiki menetlust te algatada ei saa',
      en: 'You may not open this kind of proceeding',
      ru: 'Вы не можете начать такое производство',
    },
    detail: {
      et: 'Teie roll ei menetle seda liiki asju. Valige teine menetluse liik või edastage pöördumine kolleegile.',
      en: 'Your role does not work on such matters. Choose another kind, or pass the intake on to a colleague.',
      ru: 'Ваша роль не ведёт такие дела. Выберите другой вид производства или передайте обращение коллеге.',
    },
    operator: 'The kind is not among those of the worker’s roles (domain 3.8, INV-66).',
  },
  SUBJECT_UNKNOWN: {
    status: 422,
    title: { et: 'Isikut ei ole registris', en: 'Person not in the register', ru: 'Лица нет в регистре' },
    detail: { et: 'Avage isikule kõigepealt toimik.', en: 'Enter the person’s client file first.', ru: 'Сначала заведите дело лица.' },
    operator: 'A subject’s client id is unknown.',
  },
});
