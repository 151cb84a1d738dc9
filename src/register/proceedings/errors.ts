import { defineErrors } from '../../platform/index.ts';

export const proceedingErrors = defineErrors({
  NOT_FOUND: {
    status: 404,
    title: { et: 'Ei leitud', en: 'Not found', ru: 'Не найдено' },
    detail: {
      et: 'Sellist menetlust teie asutusel ei ole.',
      en: 'Your institution has no such proceeding.',
      ru: 'У вашего учреждения нет такого производства.',
    },
    operator: 'Unknown id, or one of another institution: not yours is not there.',
  },
  PROCEEDING_NOT_OPEN: {
    status: 409,
    title: { et: 'Menetlus ei ole avatud', en: 'Proceeding not open', ru: 'Производство не открыто' },
    detail: {
      et: 'Menetlus on peatatud või lõpetatud. Selleks toiminguks on vaja avatud menetlust.',
      en: 'The proceeding is suspended or closed. This needs an open one.',
      ru: 'Производство приостановлено или завершено. Для этого нужно открытое производство.',
    },
    operator: 'State check of the proceeding (INV-10, INV-53).',
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
  PRECONDITION_FAILED: {
    status: 412,
    title: { et: 'Keegi on vahepeal muutnud', en: 'Changed meanwhile', ru: 'Изменено за это время' },
    detail: {
      et: 'Andmed on vahepeal muutunud. Laadige uuesti ja vaadake üle.',
      en: 'The data have changed meanwhile. Load them again and look.',
      ru: 'Данные за это время изменились. Загрузите их снова и проверьте.',
    },
    operator: 'If-Match named another version.',
  },
});
