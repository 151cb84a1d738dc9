import { defineErrors } from '../../platform/index.ts';

export const mailErrors = defineErrors({
  UNENCRYPTED_PERSONAL_DATA: {
    status: 422,
    title: { et: 'Krüpteerimata isikuandmed', en: 'Personal data that are not encrypted', ru: 'Незашифрованные личные данные' },
    detail: {
      et: 'Isikuandmeid tohib e-postiga saata ainult krüpteeritult. Eemaldage isikukood või lisage fail CDOC-konteinerina.',
      en: 'Personal data go by e-mail encrypted only. Take the personal code out, or attach the file as a CDOC container.',
      ru: 'Личные данные можно посылать по электронной почте только зашифрованными. Удалите личный код или приложите файл в контейнере CDOC.',
    },
    operator:
      'REQ-123: a part of the letter holds what reads as a personal code, or a file that cannot be looked into is no CDOC container.',
  },
  MAIL_OFF: {
    status: 503,
    title: { et: 'Kirju ei saa saata', en: 'Letters cannot be sent', ru: 'Письма отправить нельзя' },
    detail: {
      et: 'STARist ei saa praegu kirju saata. Pöörduge kasutajatoe poole.',
      en: 'No letters can be sent from STAR now. Please turn to the support.',
      ru: 'Сейчас из STAR нельзя отправлять письма. Обратитесь в службу поддержки.',
    },
    operator: 'Set `mail.smtpUrl` (STAR_SMTP_URL): without it no letter is taken.',
  },
  LETTER_NOT_FOUND: {
    status: 404,
    title: { et: 'Kirja ei leitud', en: 'Letter not found', ru: 'Письмо не найдено' },
    detail: {
      et: 'Sellist kirja menetluses ei ole.',
      en: 'There is no such letter in the proceeding.',
      ru: 'В производстве нет такого письма.',
    },
    operator: 'Unknown id, or one of another proceeding.',
  },
});
