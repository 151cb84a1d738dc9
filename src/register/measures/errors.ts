import { defineErrors } from '../../platform/index.ts';

export const measureErrors = defineErrors({
  MEASURE_NOT_DESCRIBED: {
    status: 422,
    title: { et: 'Abinõu ei ole kirjeldatud', en: 'Measure not described', ru: 'Мера не описана' },
    detail: {
      et: 'Toetust või teenust saab määrata siis, kui abinõu on selleks päevaks kirjeldatud. Pöörduge oma asutuse administraatori poole.',
      en: 'A benefit or service is determined once the measure is described for that day. Turn to your administrator.',
      ru: 'Пособие или услугу можно назначить, когда мера описана на этот день. Обратитесь к администратору.',
    },
    operator: 'REQ-134, INV-14: unknown id, another municipality’s measure, or no version on that day.',
  },
  MEASURE_NOT_FOUND: {
    status: 404,
    title: { et: 'Abinõu ei leitud', en: 'Measure not found', ru: 'Мера не найдена' },
    detail: {
      et: 'Sellist abinõud teie asutusel ei ole.',
      en: 'Your institution has no such measure.',
      ru: 'У вашего учреждения нет такой меры.',
    },
    operator: 'Unknown id, or a change of another municipality’s measure.',
  },
  MEASURE_IS_STATE: {
    status: 403,
    title: { et: 'Riiklik abinõu', en: 'The state’s measure', ru: 'Государственная мера' },
    detail: {
      et: 'Riiklikke abinõusid kirjeldab registrijuht.',
      en: 'The state’s measures are described by the registry manager.',
      ru: 'Государственные меры описывает управляющий регистром.',
    },
    operator: 'An administrator describes their municipality’s measures alone.',
  },
  MEASURE_INCOMPLETE: {
    status: 422,
    title: { et: 'Kirjeldus on puudulik', en: 'Incomplete description', ru: 'Неполное описание' },
    detail: {
      et: 'Täitke märgitud väljad. Hinna tüüp ütleb, kas märgitakse summa, ühik või protsent.',
      en: 'Fill in the marked fields. The price type says whether an amount, a unit or a percentage is given.',
      ru: 'Заполните отмеченные поля. Тип цены определяет, указывается ли сумма, единица или процент.',
    },
    operator: 'REQ-135, INV-15: what the kind of measure and the price type need.',
  },
  ZERO_VALUE_ONLY_CASH: {
    status: 422,
    title: { et: '0 eurot ainult sularahas', en: '0 euros in cash alone', ru: '0 евро только наличными' },
    detail: {
      et: '0-eurose väärtusega eraldise maksmisviis saab olla ainult sularahas.',
      en: 'An allotment of 0 euros has no other payment method than cash.',
      ru: 'Для помощи стоимостью 0 евро возможен только способ выплаты наличными.',
    },
    operator: 'REQ-139, INV-16, INV-46.',
  },
  MEASURE_CHANGE_TOO_EARLY: {
    status: 422,
    title: { et: 'Muudatus ei saa kehtida tagasiulatuvalt', en: 'A change holds ahead', ru: 'Изменение не имеет обратной силы' },
    detail: {
      et: 'Uus kirjeldus kehtib kõige varem homsest, lõpp kõige varem tänasest.',
      en: 'A new description holds from tomorrow at the earliest, an end from today.',
      ru: 'Новое описание действует не раньше завтрашнего дня, окончание не раньше сегодняшнего.',
    },
    operator: 'What was determined until today was determined by what stood then (INV-14, INV-17).',
  },
  MEASURE_ENDED: {
    status: 409,
    title: { et: 'Abinõu on lõppenud', en: 'Measure has ended', ru: 'Мера завершена' },
    detail: { et: 'Abinõul on juba viimane päev.', en: 'The measure has a last day already.', ru: 'У меры уже есть последний день.' },
    operator: 'Nothing stands behind that day that could be ended or taken back.',
  },
  AMOUNT_NOT_AS_DESCRIBED: {
    status: 422,
    title: { et: 'Summa ei vasta kirjeldusele', en: 'Amount not as described', ru: 'Сумма не соответствует описанию' },
    detail: {
      et: 'Kindla hinnaga abinõu summat otsuses ei muudeta, „kuni“ hinnaga summat ei ületata. Muu summa jaoks peab hinna tüüp olema „määratud abinõu otsuses“.',
      en: 'A fixed amount is not changed in the decision, an “up to” amount not exceeded. For another amount the price type is “set in the measure decision”.',
      ru: 'Твёрдая сумма в решении не меняется, сумма «до» не превышается. Для другой суммы нужен тип цены «определено в решении о мере».',
    },
    operator: 'INV-28, REQ-218.',
  },
  PAYMENT_METHOD_NOT_DESCRIBED: {
    status: 422,
    title: { et: 'Maksmisviis ei ole kirjeldatud', en: 'Payment method not described', ru: 'Способ выплаты не описан' },
    detail: {
      et: 'Valige üks abinõu kirjelduse maksmisviisidest.',
      en: 'Choose one of the measure’s payment methods.',
      ru: 'Выберите один из способов выплаты этой меры.',
    },
    operator: 'The method is not among those of the version that was determined.',
  },
  BUDGET_NOT_FOUND: {
    status: 404,
    title: { et: 'Eelarvet ei leitud', en: 'Budget not found', ru: 'Бюджет не найден' },
    detail: {
      et: 'Sellist eelarvet teie asutusel ei ole.',
      en: 'Your institution has no such budget.',
      ru: 'У вашего учреждения нет такого бюджета.',
    },
    operator: 'Unknown id, or another institution’s budget.',
  },
  BUDGET_UNKNOWN: {
    status: 422,
    title: { et: 'Tundmatu eelarve', en: 'Unknown budget', ru: 'Неизвестный бюджет' },
    detail: { et: 'Valige oma asutuse eelarve.', en: 'Choose a budget of your own institution.', ru: 'Выберите бюджет своего учреждения.' },
    operator: 'A measure is paid of a budget of whoever describes it.',
  },
  BUDGET_BELOW_RESERVED: {
    status: 409,
    title: { et: 'Eelarve jääks liiga väikeseks', en: 'Budget would be too small', ru: 'Бюджет станет слишком мал' },
    detail: {
      et: 'Eelarve ei saa olla väiksem kui broneeritud ja kulutatud kokku.',
      en: 'A budget cannot be less than what is reserved and spent of it.',
      ru: 'Бюджет не может быть меньше зарезервированного и потраченного.',
    },
    operator: 'Release reservations first.',
  },
  BUDGET_EXCEEDED: {
    status: 409,
    title: { et: 'Eelarves ei ole raha', en: 'Budget exceeded', ru: 'В бюджете нет средств' },
    detail: {
      et: 'Eelarve vabast jäägist ei piisa. Pöörduge oma asutuse administraatori poole.',
      en: 'What is left of the budget is not enough. Turn to your administrator.',
      ru: 'Свободного остатка бюджета не хватает. Обратитесь к администратору.',
    },
    operator: 'Reserved and spent are never more than the budget, however many decide at once.',
  },
  BUDGET_NOT_IN_FORCE: {
    status: 409,
    title: { et: 'Eelarve ei kehti', en: 'Budget not in force', ru: 'Бюджет не действует' },
    detail: {
      et: 'Eelarve periood ei ole alanud või on läbi.',
      en: 'The budget’s period has not begun, or is over.',
      ru: 'Период бюджета не начался или закончился.',
    },
    operator: 'Describe the measure anew with the year’s budget.',
  },
  RESERVATION_EXISTS: {
    status: 409,
    title: { et: 'Raha on juba broneeritud', en: 'Reserved already', ru: 'Средства уже зарезервированы' },
    detail: {
      et: 'Selle otsuse jaoks on eelarvest raha juba broneeritud.',
      en: 'Money of this budget is reserved for this decision already.',
      ru: 'Для этого решения средства этого бюджета уже зарезервированы.',
    },
    operator: 'One reservation for a decision and a budget.',
  },
  RESERVATION_NOT_FOUND: {
    status: 404,
    title: { et: 'Broneeringut ei leitud', en: 'Reservation not found', ru: 'Резерв не найден' },
    detail: { et: 'Sellist broneeringut ei ole.', en: 'There is no such reservation.', ru: 'Такого резерва нет.' },
    operator: 'Unknown id, or of another institution’s budget.',
  },
  RESERVATION_CLOSED: {
    status: 409,
    title: { et: 'Broneering on lõpetatud', en: 'Reservation closed', ru: 'Резерв закрыт' },
    detail: {
      et: 'Broneeringu jääk on eelarvesse tagasi antud.',
      en: 'What was left of the reservation has been given back.',
      ru: 'Остаток резерва возвращён в бюджет.',
    },
    operator: 'Released reservations stay so.',
  },
  RESERVATION_EXCEEDED: {
    status: 409,
    title: { et: 'Broneeringust ei piisa', en: 'Reservation exceeded', ru: 'Резерва не хватает' },
    detail: {
      et: 'Otsuse jaoks on broneeritud vähem, kui soovite maksta.',
      en: 'Less is reserved for the decision than you want to pay.',
      ru: 'Для решения зарезервировано меньше, чем вы хотите выплатить.',
    },
    operator: 'Payouts of a decision are never more than what it reserved.',
  },
});

export type MeasureErrorCode = keyof typeof measureErrors;
