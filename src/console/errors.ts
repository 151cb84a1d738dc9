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
});
