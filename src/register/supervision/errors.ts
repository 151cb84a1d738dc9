import { defineErrors } from '../../platform/index.ts';

/** Why supervision's lists cannot be had, and why somebody has asked enough. */
export const supervisionErrors = defineErrors({
  WORKER_CEILING_REACHED: {
    status: 429,
    title: { et: 'Liiga palju päringuid', en: 'Too many queries', ru: 'Слишком много запросов' },
    detail: {
      et: 'Teie kontolt on küsitud palju kordi rohkem, kui töö nõuab. Uusi päringuid ei tehta, kuni tund või päev lõpeb; varasemad vastused on alles. Kui see ei olnud teie, teatage kohe oma asutuse administraatorile.',
      en: 'Many times more has been asked from your account than work needs. No more queries are made until the hour or day is over; earlier answers are there. If this was not you, tell your administrator at once.',
      ru: 'С вашей учётной записи сделано во много раз больше запросов, чем требует работа. Новые запросы не делаются до конца часа или дня; прежние ответы сохранены. Если это были не вы, сразу сообщите администратору.',
    },
    operator:
      'The worker is beyond `quotas.ceilingTimes` of a quota: a program that runs away, or a stolen account. Supervision has a signal; Retry-After says until when.',
  },
  INSTITUTION_CEILING_REACHED: {
    status: 429,
    title: { et: 'Liiga palju päringuid', en: 'Too many queries', ru: 'Слишком много запросов' },
    detail: {
      et: 'Teie asutusest on küsitud palju kordi rohkem, kui töö nõuab. Uusi päringuid ei tehta, kuni tund või päev lõpeb; varasemad vastused on alles.',
      en: 'Many times more has been asked from your institution than work needs. No more queries are made until the hour or day is over; earlier answers are there.',
      ru: 'Из вашего учреждения сделано во много раз больше запросов, чем требует работа. Новые запросы не делаются до конца часа или дня; прежние ответы сохранены.',
    },
    operator:
      'The institution is beyond `quotas.ceilingTimes` of a quota. Supervision has a signal. If it has grown, raise `quotas.institution`.',
  },
  AUDIT_SEARCH_TOO_WIDE: {
    status: 422,
    title: { et: 'Otsing on liiga lai', en: 'Search too wide', ru: 'Слишком широкий поиск' },
    detail: {
      et: 'Nimetage kasutaja, isik või menetlus ja ajavahemik, mis ei ole pikem kui aasta.',
      en: 'Name a user, a person or a proceeding, and a period of no more than a year.',
      ru: 'Укажите пользователя, лицо или производство и период не длиннее года.',
    },
    operator: 'The log is searched by whom or what a line is about, within 366 days.',
  },
  LISTED_PERSON_NOT_FOUND: {
    status: 404,
    title: { et: 'Isikut ei ole nimekirjas', en: 'Not listed', ru: 'Лица нет в списке' },
    detail: { et: 'Sellist isikut nimekirjas ei ole.', en: 'There is nobody of that id on the list.', ru: 'Такого лица в списке нет.' },
    operator: 'Unknown id, or the listing has ended.',
  },
  SIGNAL_NOT_FOUND: {
    status: 404,
    title: { et: 'Märguannet ei leitud', en: 'Signal not found', ru: 'Сигнал не найден' },
    detail: { et: 'Sellist märguannet ei ole.', en: 'There is no such signal.', ru: 'Такого сигнала нет.' },
    operator: 'Unknown id, or a signal about whoever asks: nobody supervises themselves.',
  },
  SIGNAL_REVIEWED: {
    status: 409,
    title: { et: 'Märguanne on üle vaadatud', en: 'Signal reviewed already', ru: 'Сигнал уже рассмотрен' },
    detail: {
      et: 'Keegi on selle märguande juba üle vaadanud. Laadige uuesti ja lugege tema märkust.',
      en: 'Somebody has reviewed this signal already. Load it again and read their note.',
      ru: 'Кто-то уже рассмотрел этот сигнал. Загрузите его снова и прочтите примечание.',
    },
    operator: 'A review is never written over: the first one stands.',
  },
});

export type SupervisionErrorCode = keyof typeof supervisionErrors;
