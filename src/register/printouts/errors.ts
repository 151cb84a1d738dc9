import { defineErrors } from '../../platform/index.ts';

export const printoutErrors = defineErrors({
  PRINTOUT_TOO_LONG: {
    status: 422,
    title: { et: 'Väljatrükk on liiga pikk', en: 'Print-out too long', ru: 'Распечатка слишком длинная' },
    detail: {
      et: 'Nii palju kandeid ühte väljatrükki ei mahu. Vaadake neid ekraanil või laadige alla menetluse tõendusmaterjal.',
      en: 'There are more entries than one print-out holds. Look at them on the screen, or have the proceeding exported as evidence.',
      ru: 'Столько записей в одну распечатку не помещается. Смотрите их на экране или скачайте доказательный материал производства.',
    },
    operator: 'More lines than LINES_AT_MOST of src/register/printouts.',
  },
});
