import { defineErrors } from '../platform/index.ts';

/** What can be wrong with an operator's action besides what the queries themselves refuse. */
export const consoleErrors = defineErrors({
  REASON_NAMES_A_PERSON: {
    status: 422,
    title: { et: 'Põhjenduses on isikukood', en: 'The reason holds a personal code', ru: 'В обосновании указан личный код' },
    detail: {
      et: 'Põhjendus läheb logisse. Kirjutage see ilma isikukoodita.',
      en: 'The reason goes into the log. Write it without a personal code.',
      ru: 'Обоснование попадает в журнал. Напишите его без личного кода.',
    },
    operator: 'Eleven digits in a row stand in the reason. Refer to the query’s id instead.',
  },
  SEARCH_NAMES_A_PERSON: {
    status: 422,
    title: { et: 'Isiku järgi ei otsita', en: 'No search by person', ru: 'По лицу не ищут' },
    detail: {
      et: 'Siin otsitakse päringu või X-tee tunnuse järgi, mitte isiku järgi.',
      en: 'Search here is by a query’s id or an X-Road id, never by a person.',
      ru: 'Здесь ищут по номеру запроса или номеру X-tee, а не по лицу.',
    },
    operator: 'Eleven digits in a row were searched for. Operators have no purpose to look for a person; nothing was searched.',
  },
});
