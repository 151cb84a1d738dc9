import { defineErrors } from '../../platform/index.ts';

/** Why nobody is let into a proceeding that is not theirs. */
export const emergencyErrors = defineErrors({
  EMERGENCY_PROCEEDING_NOT_FOUND: {
    status: 404,
    title: { et: 'Menetlust ei leitud', en: 'Proceeding not found', ru: 'Производство не найдено' },
    detail: {
      et: 'Sellise numbriga avatud menetlust, millele saaks juurdepääsu küsida, ei ole. Kontrollige numbrit.',
      en: 'There is no open proceeding of that number to which access could be asked for. Check the number.',
      ru: 'Нет открытого производства с таким номером, к которому можно запросить доступ. Проверьте номер.',
    },
    operator:
      'Unknown number, a closed proceeding, or one on adoption or of a victim, which opens to nobody (INV-66). Told in the same words; each try is in the log.',
  },
  EMERGENCY_ACCESS_NOT_NEEDED: {
    status: 409,
    title: { et: 'Juurdepääs on olemas', en: 'No access needed', ru: 'Доступ уже есть' },
    detail: {
      et: 'See menetlus on teie asutuse oma ja teie rollile avatud. Hädajuurdepääsu ei ole vaja.',
      en: 'The proceeding is your own institution’s and open to your role. No emergency access is needed.',
      ru: 'Это производство вашего учреждения, и оно доступно вашей роли. Экстренный доступ не нужен.',
    },
    operator: 'The worker may handle the proceeding as it is.',
  },
  EMERGENCY_ACCESS_TO_OWN_FILE: {
    status: 403,
    title: { et: 'Enda asja ei saa vaadata', en: 'Not one’s own matter', ru: 'Нельзя смотреть собственное дело' },
    detail: {
      et: 'Olete ise selle menetluse osaline. Pöörduge menetleva asutuse poole nagu iga teine isik.',
      en: 'You are a subject of this proceeding yourself. Turn to the institution that handles it, as anybody else does.',
      ru: 'Вы сами участник этого производства. Обратитесь в учреждение, которое его ведёт, как любое другое лицо.',
    },
    operator: 'INV-65: a worker may not process their own file.',
  },
  EMERGENCY_ACCESS_NOT_FOUND: {
    status: 404,
    title: { et: 'Taotlust ei leitud', en: 'Request not found', ru: 'Заявка не найдена' },
    detail: {
      et: 'Sellist hädajuurdepääsu taotlust teie asutusel ei ole.',
      en: 'Your institution has no such request for emergency access.',
      ru: 'У вашего учреждения нет такой заявки на экстренный доступ.',
    },
    operator: 'Unknown id, another institution’s request, or who decides is not in office any more.',
  },
  EMERGENCY_ACCESS_BY_ONESELF: {
    status: 403,
    title: { et: 'Enda taotlust ei saa otsustada', en: 'Not one’s own request', ru: 'Нельзя решать по своей заявке' },
    detail: {
      et: 'Hädajuurdepääsu annab teine inimene. Pöörduge oma asutuse teise administraatori poole.',
      en: 'Emergency access is given by a second person. Turn to another administrator of your institution.',
      ru: 'Экстренный доступ даёт другой человек. Обратитесь к другому администратору вашего учреждения.',
    },
    operator: 'Who asks and who decides are one person, in whatever roles. The database refuses it, too.',
  },
  EMERGENCY_ACCESS_DECIDED: {
    status: 409,
    title: { et: 'Taotlus on otsustatud', en: 'Request decided already', ru: 'По заявке уже решено' },
    detail: {
      et: 'Keegi on taotluse juba otsustanud. Laadige uuesti.',
      en: 'Somebody has decided on the request already. Load it again.',
      ru: 'Кто-то уже принял решение по заявке. Загрузите её снова.',
    },
    operator: 'Of several who decide at once the first does.',
  },
  EMERGENCY_ACCESS_EXPIRED: {
    status: 409,
    title: { et: 'Taotlus on aegunud', en: 'Request expired', ru: 'Срок заявки истёк' },
    detail: {
      et: 'Taotlust ei otsustatud tunni jooksul. Kui juurdepääsu on endiselt vaja, küsige uuesti.',
      en: 'Nobody decided on the request within an hour. If access is still needed, ask again.',
      ru: 'По заявке не было решения в течение часа. Если доступ ещё нужен, запросите снова.',
    },
    operator: 'Requests are open for an hour.',
  },
  EMERGENCY_ACCESS_NOT_OPEN: {
    status: 409,
    title: { et: 'Juurdepääs ei ole avatud', en: 'Access not open', ru: 'Доступ не открыт' },
    detail: {
      et: 'Lõpetada saab ainult kehtivat juurdepääsu.',
      en: 'Only an access that is open can be ended.',
      ru: 'Завершить можно только действующий доступ.',
    },
    operator: 'The access was never given, or is over.',
  },
});
