import { defineErrors } from '../../platform/index.ts';

export const classifierErrors = defineErrors({
  CLASSIFIER_NOT_FOUND: {
    status: 404,
    title: { et: 'Klassifikaatorit ei leitud', en: 'Classifier not found', ru: 'Классификатор не найден' },
    detail: {
      et: 'Sellist klassifikaatorit ei ole.',
      en: 'There is no such classifier.',
      ru: 'Такого классификатора нет.',
    },
    operator: 'Unknown code, another municipality’s classifier, or one of one’s own where a central one is wanted.',
  },
  CLASSIFIER_EXISTS: {
    status: 409,
    title: { et: 'Klassifikaator on juba olemas', en: 'Classifier exists', ru: 'Классификатор уже существует' },
    detail: {
      et: 'Sellise koodiga klassifikaator on juba olemas. Valige teine kood.',
      en: 'There is a classifier of this code already. Choose another.',
      ru: 'Классификатор с таким кодом уже есть. Выберите другой код.',
    },
    operator: 'Codes are unique among the central ones, and among each municipality’s.',
  },
  CLASSIFIER_CODE_INVALID: {
    status: 422,
    title: { et: 'Klassifikaatori kood ei sobi', en: 'Classifier code not allowed', ru: 'Недопустимый код классификатора' },
    detail: {
      et: 'Kohaliku klassifikaatori kood algab LOCAL_, keskse oma mitte.',
      en: 'The code of a local classifier begins with LOCAL_, a central one’s does not.',
      ru: 'Код местного классификатора начинается с LOCAL_, центрального нет.',
    },
    operator: 'So a central classifier never meets a local one of its name.',
  },
  CLASSIFIER_IS_CENTRAL: {
    status: 403,
    title: { et: 'Klassifikaator on keskne', en: 'The classifier is central', ru: 'Классификатор центральный' },
    detail: {
      et: 'Keskset klassifikaatorit muudab registrijuht. Esitage talle põhjendatud ettepanek.',
      en: 'Central classifiers are changed by the registry manager. Send a proposal with your reasons.',
      ru: 'Центральный классификатор изменяет управляющий регистром. Отправьте ему обоснованное предложение.',
    },
    operator: 'REQ-141: POST /api/v1/support/proposals.',
  },
  MUNICIPALITY_ONLY: {
    status: 403,
    title: { et: 'Ainult omavalitsusele', en: 'For municipalities alone', ru: 'Только для самоуправлений' },
    detail: {
      et: 'Abinõusid, kohalikke parameetreid, klassifikaatoreid ja eelarveid kirjeldab omavalitsuse administraator.',
      en: 'Measures, local parameters, classifiers and budgets are described by a municipality’s administrator.',
      ru: 'Меры, местные параметры, классификаторы и бюджеты описывает администратор самоуправления.',
    },
    operator: 'An administrator of another kind of institution (domain 3.8, M05).',
  },
  CLASSIFIER_VALUE_NOT_FOUND: {
    status: 404,
    title: { et: 'Väärtust ei leitud', en: 'Value not found', ru: 'Значение не найдено' },
    detail: {
      et: 'Klassifikaatoris sellist väärtust ei ole.',
      en: 'The classifier has no such value.',
      ru: 'В классификаторе нет такого значения.',
    },
    operator: 'Unknown code of a value.',
  },
  CLASSIFIER_VALUE_NOT_OPEN: {
    status: 409,
    title: { et: 'Väärtus on juba lõppenud', en: 'Value has ended', ru: 'Значение уже завершено' },
    detail: {
      et: 'Väärtusel on juba viimane päev.',
      en: 'The value has a last day already.',
      ru: 'У значения уже есть последний день.',
    },
    operator: 'Only what holds until further notice can be ended.',
  },
  CLASSIFIER_VALUE_OVERLAPS: {
    status: 409,
    title: { et: 'Väärtus kattub varasemaga', en: 'Value overlaps another', ru: 'Значение пересекается с другим' },
    detail: {
      et: 'Sama väärtus kehtib sel ajal juba teises sõnastuses. Valige hilisem algus.',
      en: 'The same value holds at that time in another wording. Choose a later beginning.',
      ru: 'То же значение в это время действует в другой формулировке. Выберите более позднее начало.',
    },
    operator: 'The versions of a value never overlap; a wording begins after the one that it follows.',
  },
  CLASSIFIER_VALUE_UNKNOWN: {
    status: 422,
    title: { et: 'Väärtust ei ole klassifikaatoris', en: 'Not a value of the classifier', ru: 'Значения нет в классификаторе' },
    detail: {
      et: 'Valige väärtus klassifikaatorist; vaba tekst siia ei sobi.',
      en: 'Choose a value of the classifier; free text does not go here.',
      ru: 'Выберите значение из классификатора; свободный текст здесь не подходит.',
    },
    operator: 'REQ-039. The value is unknown or does not hold on that day.',
  },
  PROPOSAL_NOT_FOUND: {
    status: 404,
    title: { et: 'Ettepanekut ei leitud', en: 'Proposal not found', ru: 'Предложение не найдено' },
    detail: {
      et: 'Sellist ettepanekut teie asutusel ei ole.',
      en: 'Your institution has no such proposal.',
      ru: 'У вашего учреждения нет такого предложения.',
    },
    operator: 'Unknown id, or another institution’s.',
  },
  PROPOSAL_STATE: {
    status: 409,
    title: { et: 'Ettepanek ei ole selles seisus', en: 'Proposal in another state', ru: 'Предложение в другом состоянии' },
    detail: {
      et: 'Ettepanek kõigepealt analüüsitakse, siis võetakse vastu või lükatakse tagasi; lõplikku vastust ei muudeta.',
      en: 'A proposal is analysed first, then accepted or rejected; what is final stays.',
      ru: 'Предложение сначала анализируется, затем принимается или отклоняется; окончательный ответ не меняется.',
    },
    operator: 'SUBMITTED, ANALYSED, then ACCEPTED or REJECTED (REQ-128).',
  },
  PROPOSAL_REASON_REQUIRED: {
    status: 422,
    title: { et: 'Põhjendus', en: 'The reason', ru: 'Обоснование' },
    detail: {
      et: 'Lõplik vastus vajab põhjendust; analüüsi alustamine mitte.',
      en: 'A final answer needs a reason; taking a proposal up has none.',
      ru: 'Окончательный ответ требует обоснования; начало анализа нет.',
    },
    operator: 'REQ-128: ACCEPTED or REJECTED with a reason.',
  },
  LEGAL_BASIS_NOT_FOUND: {
    status: 404,
    title: { et: 'Õiguslikku alust ei leitud', en: 'Legal basis not found', ru: 'Правовое основание не найдено' },
    detail: {
      et: 'Sellist õiguslikku alust ei ole.',
      en: 'There is no such legal basis.',
      ru: 'Такого правового основания нет.',
    },
    operator: 'Unknown id.',
  },
  LEGAL_BASIS_EXISTS: {
    status: 409,
    title: { et: 'Õiguslik alus on juba olemas', en: 'Legal basis exists', ru: 'Правовое основание уже существует' },
    detail: {
      et: 'See säte selles redaktsioonis on juba olemas.',
      en: 'This section in this wording is there already.',
      ru: 'Эта статья в этой редакции уже есть.',
    },
    operator: 'Unique by whose act it is, act, section and day of the wording.',
  },
  LEGAL_BASIS_UNKNOWN: {
    status: 422,
    title: { et: 'Tundmatu õiguslik alus', en: 'Unknown legal basis', ru: 'Неизвестное правовое основание' },
    detail: {
      et: 'Viidake riigi või oma omavalitsuse õigusaktile.',
      en: 'Refer to an act of the state or of your own municipality.',
      ru: 'Сошлитесь на акт государства или своего самоуправления.',
    },
    operator: 'Unknown id, or another municipality’s act.',
  },
});

export type ClassifierErrorCode = keyof typeof classifierErrors;
