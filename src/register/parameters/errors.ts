import { defineErrors } from '../../platform/index.ts';

export const parameterErrors = defineErrors({
  PARAMETER_NOT_FOUND: {
    status: 404,
    title: { et: 'Parameetrit ei leitud', en: 'Parameter not found', ru: 'Параметр не найден' },
    detail: { et: 'Sellist parameetrit ei ole.', en: 'There is no such parameter.', ru: 'Такого параметра нет.' },
    operator: 'Unknown code.',
  },
  PARAMETER_NOT_IN_FORCE: {
    status: 409,
    title: { et: 'Parameeter ei kehti', en: 'Parameter not in force', ru: 'Параметр не действует' },
    detail: {
      et: 'Sel päeval seaduses sellist määra ei olnud või enam ei ole.',
      en: 'The law has no such quantity on that day, not yet or not any more.',
      ru: 'В этот день в законе такой величины ещё или уже нет.',
    },
    operator: 'Whoever calculates asks for something that the rules of that day do not know.',
  },
  PARAMETER_NOT_CONFIRMED: {
    status: 409,
    title: { et: 'Parameeter on kinnitamata', en: 'Parameter not confirmed', ru: 'Параметр не подтверждён' },
    detail: {
      et: 'Selle päeva määra ei ole kinnitatud, seepärast ei saa sellega arvestada. Pöörduge registrijuhi poole.',
      en: 'Nobody has confirmed the quantity for that day, so nothing can be calculated with it. Turn to the registry manager.',
      ru: 'Величина на этот день не подтверждена, поэтому рассчитывать с ней нельзя. Обратитесь к управляющему регистром.',
    },
    operator: 'INV-18. Enter the value with its act and confirm it: POST /api/v1/parameters/{code}/values, then .../confirm.',
  },
  PARAMETER_IS_STATE: {
    status: 403,
    title: { et: 'Riiklik parameeter', en: 'The state’s parameter', ru: 'Государственный параметр' },
    detail: {
      et: 'Riiklikke parameetreid muudab registrijuht.',
      en: 'The state’s parameters are changed by the registry manager.',
      ru: 'Государственные параметры изменяет управляющий регистром.',
    },
    operator: 'An administrator sets local parameters alone.',
  },
  PARAMETER_VALUE_INVALID: {
    status: 422,
    title: { et: 'Väärtus ei sobi', en: 'Invalid value', ru: 'Недопустимое значение' },
    detail: {
      et: 'Euro summa on kahe kohaga pärast punkti, suhtarv kuni nelja kohaga, sõna üks lubatutest.',
      en: 'Euros have two decimals, a ratio at most four, a word is one of those allowed.',
      ru: 'Сумма в евро с двумя знаками, отношение не более чем с четырьмя, слово из допустимых.',
    },
    operator: 'Not a value of the parameter’s unit.',
  },
  PARAMETER_VALUE_NOT_FOUND: {
    status: 404,
    title: { et: 'Väärtust ei leitud', en: 'Value not found', ru: 'Значение не найдено' },
    detail: { et: 'Sellist väärtust ei ole.', en: 'There is no such value.', ru: 'Такого значения нет.' },
    operator: 'Unknown id, or a value that is not the caller’s to change.',
  },
  PARAMETER_VALUE_CONFIRMED: {
    status: 409,
    title: { et: 'Väärtus on kinnitatud', en: 'Value confirmed already', ru: 'Значение уже подтверждено' },
    detail: {
      et: 'Kinnitatud väärtust ei muudeta. Sisestage uus väärtus uuest kuupäevast.',
      en: 'A confirmed value is not changed. Enter another one from a later day on.',
      ru: 'Подтверждённое значение не меняется. Введите новое с более поздней даты.',
    },
    operator: 'What has been counted with stays as it was.',
  },
  PARAMETER_VALUE_OVERLAPS: {
    status: 409,
    title: { et: 'Väärtused kattuvad', en: 'Values overlap', ru: 'Значения пересекаются' },
    detail: {
      et: 'Sel ajal kehtib juba teine kinnitatud väärtus.',
      en: 'Another confirmed value holds at that time.',
      ru: 'В это время действует другое подтверждённое значение.',
    },
    operator: 'INV-18: the confirmed periods of one parameter and municipality do not overlap.',
  },
  CAP_RULES_INVALID: {
    status: 422,
    title: { et: 'Piirmäär on vigane', en: 'Invalid cap', ru: 'Неверный предел' },
    detail: {
      et: 'Pindalad peavad järgnema üksteisele nullist suurimani, hooajad ei tohi kattuda ja igal real on summa.',
      en: 'Areas follow each other from nothing to the largest, seasons have no day in common, and each line has a sum.',
      ru: 'Площади следуют друг за другом от нуля до наибольшей, сезоны не пересекаются, и в каждой строке есть сумма.',
    },
    operator: 'Exactly one line must apply to a dwelling on a day.',
  },
  CAP_OVERLAPS: {
    status: 409,
    title: { et: 'Piirmäärad kattuvad', en: 'Caps overlap', ru: 'Пределы пересекаются' },
    detail: {
      et: 'Sel ajal kehtib juba teine piirmäär. Valige hilisem algus.',
      en: 'Another cap holds at that time. Choose a later beginning.',
      ru: 'В это время действует другой предел. Выберите более позднее начало.',
    },
    operator: 'A municipality’s caps of one kind of cost do not overlap.',
  },
});

export type ParameterErrorCode = keyof typeof parameterErrors;
