import { defineErrors } from '../../platform/index.ts';

export const peopleErrors = defineErrors({
  PERSONAL_CODE_INVALID: {
    status: 422,
    title: { et: 'Isikukood on vigane', en: 'Invalid personal code', ru: 'Неверный личный код' },
    detail: {
      et: 'Kontrollige isikukoodi: 11 numbrit, olemasolev sünnikuupäev, õige kontrollnumber.',
      en: 'Check the personal code: 11 digits, an existing birth date, the right check digit.',
      ru: 'Проверьте личный код: 11 цифр, существующая дата рождения, верная контрольная цифра.',
    },
    operator: 'EVS 585 check failed (INV-01).',
  },
  PERSONAL_CODE_REQUIRED: {
    status: 422,
    title: { et: 'Isikukood puudub', en: 'Personal code missing', ru: 'Нет личного кода' },
    detail: {
      et: 'Sisestage isikukood või märkige, et isikut ei ole rahvastikuregistris.',
      en: 'Enter the personal code, or mark that the person is not in the population register.',
      ru: 'Введите личный код или отметьте, что лица нет в регистре народонаселения.',
    },
    operator: 'INV-02: a client without a personal code needs notInPopulationRegister.',
  },
  CLIENT_EXISTS: {
    status: 409,
    title: { et: 'Toimik on juba olemas', en: 'Client file exists', ru: 'Дело уже существует' },
    detail: {
      et: 'Selle isikukoodiga toimik on juba registris. Leidke see otsinguga.',
      en: 'There is a file under this personal code already. Find it by search.',
      ru: 'Дело с этим личным кодом уже есть в регистре. Найдите его поиском.',
    },
    operator: 'One electronic file per person in the whole register (INV-01).',
  },
  CLIENT_NOT_FOUND: {
    status: 404,
    title: { et: 'Toimikut ei leitud', en: 'Client not found', ru: 'Дело не найдено' },
    detail: { et: 'Sellist toimikut ei ole.', en: 'There is no such client file.', ru: 'Такого дела нет.' },
    operator: 'Unknown client id.',
  },
});
