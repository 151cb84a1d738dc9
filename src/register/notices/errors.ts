import { defineErrors } from '../../platform/index.ts';

export const noticeErrors = defineErrors({
  NOTICE_NOT_FOUND: {
    status: 404,
    title: { et: 'Teadet ei leitud', en: 'Notice not found', ru: 'Уведомление не найдено' },
    detail: { et: 'Sellist teadet teil ei ole.', en: 'You have no such notice.', ru: 'У вас нет такого уведомления.' },
    operator:
      'Unknown id, or a notice of another institution, about files that the role does not work on (INV-66), or about the worker themselves (INV-65).',
  },
  NOTICE_NOT_OPEN: {
    status: 409,
    title: { et: 'Teade ei ole avatud', en: 'Notice not open', ru: 'Уведомление не открыто' },
    detail: {
      et: 'Teade on juba lahendatud või ei puuduta ühtegi avatud asja.',
      en: 'The notice is resolved already, or concerns nothing that is open.',
      ru: 'Уведомление уже решено или не касается ничего открытого.',
    },
    operator: 'State check of the notice (domain 3.3): RESOLVED and IRRELEVANT are final.',
  },
  NOTICE_ITEMS_OPEN: {
    status: 409,
    title: { et: 'Teate tegevused on pooleli', en: 'Items of the notice are open', ru: 'Действия по уведомлению не завершены' },
    detail: {
      et: 'Tehke märgitud tegevused ära või põhjendage, miks neid vaja ei ole.',
      en: 'Do what is marked, or give the reason why it is not needed.',
      ru: 'Выполните отмеченные действия или обоснуйте, почему они не нужны.',
    },
    operator: 'A mandatory item is neither done nor explained, or something has been opened since (REQ-188).',
  },
  NOTICE_ITEM_NOT_FOUND: {
    status: 404,
    title: { et: 'Teatel ei ole sellist tegevust', en: 'No such item', ru: 'Нет такого действия' },
    detail: {
      et: 'Selle teate tegevuste hulgas sellist ei ole.',
      en: 'The notice’s checklist has no such item.',
      ru: 'Среди действий по этому уведомлению такого нет.',
    },
    operator: 'The checklist is derived from what is open on the client (INV-60); an item without objects is not there.',
  },
  NOTICE_OUTCOME_NOT_OF_ITEM: {
    status: 422,
    title: { et: 'Tulemus ei sobi tegevusele', en: 'Outcome not of this item', ru: 'Результат не подходит действию' },
    detail: {
      et: 'Abinõurakendamiste kohta otsustatakse END või KEEP, muude tegevuste kohta märgitakse DONE või NOT_APPLICABLE.',
      en: 'On implementations END or KEEP is decided; any other item is DONE or NOT_APPLICABLE.',
      ru: 'О применении мер решают END или KEEP, для остальных действий указывают DONE или NOT_APPLICABLE.',
    },
    operator: 'REQ-185 has its own words for REVIEW_IMPLEMENTATIONS.',
  },
  NOTICE_REASON_REQUIRED: {
    status: 422,
    title: { et: 'Põhjendus puudub', en: 'Reason missing', ru: 'Нет обоснования' },
    detail: {
      et: 'Põhjendage, miks tegevus tegemata jääb.',
      en: 'Give the reason why this is left as it is.',
      ru: 'Обоснуйте, почему действие не выполняется.',
    },
    operator: 'NOT_APPLICABLE and KEEP need a reason.',
  },
  NOTICE_OBJECTS_OPEN: {
    status: 409,
    title: { et: 'Midagi on veel lõpetamata', en: 'Something has not ended yet', ru: 'Что-то ещё не завершено' },
    detail: {
      et: 'Lõpetage kõigepealt loetletu või põhjendage, miks see jätkub.',
      en: 'End what is listed first, or give the reason why it goes on.',
      ru: 'Сначала завершите перечисленное или обоснуйте, почему оно продолжается.',
    },
    operator: 'An item that asks for an end is done when nothing of it is open; a notice ends nothing by itself (INV-32).',
  },
  SYSTEM_NOTICE_NOT_FOUND: {
    status: 404,
    title: { et: 'Teavitust ei leitud', en: 'System notice not found', ru: 'Сообщение не найдено' },
    detail: { et: 'Sellist teavitust ei ole.', en: 'There is no such system notice.', ru: 'Такого сообщения нет.' },
    operator: 'Unknown id of a notice that TEHIK has published.',
  },
});

export type NoticeErrorCode = keyof typeof noticeErrors;
