import { defineErrors } from '../../platform/index.ts';

/** Why an institution, a contract, a mandate or a worker's data are not what was asked for. */
export const organisationErrors = defineErrors({
  REGISTRY_CODE_INVALID: {
    status: 422,
    title: { et: 'Registrikood on vigane', en: 'Invalid registry code', ru: 'Неверный регистровый код' },
    detail: {
      et: 'Kontrollige registrikoodi: kaheksa numbrit, õige kontrollnumber.',
      en: 'Check the registry code: eight digits, the right check digit.',
      ru: 'Проверьте регистровый код: восемь цифр, верная контрольная цифра.',
    },
    operator: 'The check digit of the registry code is wrong.',
  },
  MUNICIPALITY_INVALID: {
    status: 422,
    title: { et: 'Omavalitsus on vigane', en: 'Invalid municipality', ru: 'Неверное самоуправление' },
    detail: {
      et: 'Valige üks 79 vallast või linnast selle EHAK-koodi järgi. Muudel asutustel omavalitsuse koodi ei ole.',
      en: 'Choose one of the 79 municipalities by its EHAK code. Other institutions have none.',
      ru: 'Выберите одно из 79 самоуправлений по коду EHAK. У других учреждений такого кода нет.',
    },
    operator: 'Not in the list of municipalities since 2017 (src/estonia/municipality.ts), missing for a KOV, or given for another kind.',
  },
  INSTITUTION_EXISTS: {
    status: 409,
    title: { et: 'Asutus on juba olemas', en: 'Institution exists', ru: 'Учреждение уже есть' },
    detail: {
      et: 'Selle registrikoodi või omavalitsuse koodiga asutus on juba registris.',
      en: 'There is an institution of this registry code or this municipality already.',
      ru: 'Учреждение с таким регистровым кодом или кодом самоуправления уже есть в регистре.',
    },
    operator: 'One institution per registry code, and one per municipality.',
  },
  INSTITUTION_NOT_FOUND: {
    status: 404,
    title: { et: 'Asutust ei leitud', en: 'Institution not found', ru: 'Учреждение не найдено' },
    detail: { et: 'Sellist asutust teil ei ole.', en: 'You have no such institution.', ru: 'Такого учреждения у вас нет.' },
    operator: 'Unknown id, or an institution whose data the caller does not keep.',
  },
  DEPARTMENT_EXISTS: {
    status: 409,
    title: { et: 'Osakond on juba olemas', en: 'Department exists', ru: 'Отдел уже есть' },
    detail: {
      et: 'Asutusel on sellise nimega osakond. Kui see on suletud, avage see uuesti.',
      en: 'The institution has a department of this name. If it is closed, open it again.',
      ru: 'В учреждении есть отдел с таким названием. Если он закрыт, откройте его снова.',
    },
    operator: 'Names of departments differ within an institution, closed ones included.',
  },
  DEPARTMENT_NOT_FOUND: {
    status: 404,
    title: { et: 'Osakonda ei leitud', en: 'Department not found', ru: 'Отдел не найден' },
    detail: {
      et: 'Sellist osakonda teie asutusel ei ole.',
      en: 'Your institution has no such department.',
      ru: 'В вашем учреждении нет такого отдела.',
    },
    operator: 'Unknown id, or a department of another institution.',
  },
  PROVIDER_NOT_FOUND: {
    status: 404,
    title: { et: 'Teenuseosutajat ei leitud', en: 'Provider not found', ru: 'Поставщик услуг не найден' },
    detail: {
      et: 'Sellist teenuseosutajat ei ole. Teenuseosutaja lisab registrijuht digitaalselt allkirjastatud taotluse alusel.',
      en: 'There is no such provider. The registry manager registers providers on a digitally signed request.',
      ru: 'Такого поставщика нет. Поставщика добавляет управляющий регистром по заявлению с цифровой подписью.',
    },
    operator: 'Unknown id, an institution that is no provider, or one that the caller does not keep.',
  },
  SERVICE_PLACE_NOT_FOUND: {
    status: 404,
    title: { et: 'Teenuse osutamise kohta ei leitud', en: 'Service place not found', ru: 'Место оказания услуги не найдено' },
    detail: {
      et: 'Sellist teenuse osutamise kohta teie asutusel ei ole.',
      en: 'Your institution has no such place.',
      ru: 'У вашего учреждения нет такого места.',
    },
    operator: 'Unknown id, or a place of another provider.',
  },
  INITIAL_USER_REQUIRED: {
    status: 422,
    title: { et: 'Esimene kasutaja puudub', en: 'Initial user missing', ru: 'Нет первого пользователя' },
    detail: {
      et: 'Taotlus peab nimetama töötaja, kes saab juurdepääsu: teenuseosutaja esindaja või administraator.',
      en: 'The request must name a worker who gets access: the provider’s representative or administrator.',
      ru: 'В заявлении должен быть назван работник, получающий доступ: представитель поставщика или администратор.',
    },
    operator: 'REQ-012.',
  },
  PERIOD_INVALID: {
    status: 422,
    title: { et: 'Ajavahemik on vigane', en: 'Invalid period', ru: 'Неверный период' },
    detail: {
      et: 'Lõpp ei saa olla enne algust.',
      en: 'The end cannot be before the beginning.',
      ru: 'Конец не может быть раньше начала.',
    },
    operator: 'The last day is before the first.',
  },
  UNIT_PRICE_INVALID: {
    status: 422,
    title: { et: 'Ühikuhind on vigane', en: 'Invalid unit price', ru: 'Неверная цена за единицу' },
    detail: {
      et: 'Sisestage hind eurodes, kõige rohkem kahe kohaga pärast koma, mitte alla nulli.',
      en: 'Enter the price in euros, with two decimals at most, not below nought.',
      ru: 'Введите цену в евро, не более двух знаков после запятой, не ниже нуля.',
    },
    operator: 'Not an amount of euros and cents.',
  },
  NOT_A_MUNICIPALITY: {
    status: 422,
    title: { et: 'Asutus ei ole omavalitsus', en: 'Not a municipality', ru: 'Учреждение не самоуправление' },
    detail: {
      et: 'Lepingu sõlmib ja volituse annab valla- või linnavalitsus.',
      en: 'Contracts are concluded and mandates given by a municipality.',
      ru: 'Договор заключает и полномочие даёт самоуправление.',
    },
    operator: 'The institution is of another kind than KOV (REQ-249, REQ-258).',
  },
  SERVICE_NOT_OFFERED: {
    status: 422,
    title: { et: 'Teenust ei osutata', en: 'Service not offered', ru: 'Услуга не оказывается' },
    detail: {
      et: 'Teenuseosutaja ei osuta seda teenust üheski oma teenuse osutamise kohas.',
      en: 'The provider offers this service at none of its places.',
      ru: 'Поставщик не оказывает эту услугу ни в одном из своих мест.',
    },
    operator: 'No service place of the provider has the service; it enters it itself (PUT /service-places/{id}).',
  },
  CONTRACT_OVERLAPS: {
    status: 409,
    title: { et: 'Leping kattub teise lepinguga', en: 'Contract overlaps another', ru: 'Договор пересекается с другим' },
    detail: {
      et: 'Sama teenuseosutajaga on samaks ajaks sama teenuse leping olemas. Lõpetage see või valige teine aeg.',
      en: 'There is a contract with this provider on this service for a part of that time. End it, or choose another time.',
      ru: 'На часть этого времени уже есть договор с этим поставщиком на эту услугу. Завершите его или выберите другое время.',
    },
    operator: 'On any day there is one contract, so one price, of a municipality with a provider on a service.',
  },
  CONTRACT_NOT_FOUND: {
    status: 404,
    title: { et: 'Lepingut ei leitud', en: 'Contract not found', ru: 'Договор не найден' },
    detail: {
      et: 'Sellist lepingut teie asutusel ei ole.',
      en: 'Your institution has no such contract.',
      ru: 'У вашего учреждения нет такого договора.',
    },
    operator: 'Unknown id, or a contract to which the caller’s institution is no party.',
  },
  CONTRACT_END_INVALID: {
    status: 409,
    title: { et: 'Lepingut ei saa nii lõpetada', en: 'Contract cannot end so', ru: 'Договор нельзя так завершить' },
    detail: {
      et: 'Lepingu viimane päev on täna või hiljem, lepingu sees ja mitte hiljem, kui kokku lepiti.',
      en: 'A contract’s last day is today or later, within the contract, and not later than was agreed.',
      ru: 'Последний день договора: сегодня или позже, в пределах договора и не позже согласованного.',
    },
    operator: 'A contract ends neither in the past nor before it began; it is not prolonged but followed by another one.',
  },
  NO_VALID_CONTRACT: {
    status: 409,
    title: { et: 'Kehtivat lepingut ei ole', en: 'No valid contract', ru: 'Нет действующего договора' },
    detail: {
      et: 'Omavalitsusel ei ole selle teenuseosutajaga selleks päevaks selle teenuse lepingut.',
      en: 'The municipality has no contract with this provider on this service for that day.',
      ru: 'У самоуправления нет с этим поставщиком договора на эту услугу на этот день.',
    },
    operator: 'INV-42, REQ-249.',
  },
  MANDATE_EXISTS: {
    status: 409,
    title: { et: 'Volitus on juba antud', en: 'Mandate exists', ru: 'Полномочие уже дано' },
    detail: {
      et: 'Teenuseosutajal on teie omavalitsuse kehtiv volitus.',
      en: 'The provider has a mandate of your municipality that is in force.',
      ru: 'У поставщика есть действующее полномочие вашего самоуправления.',
    },
    operator: 'One mandate in force of a municipality for a provider.',
  },
  MANDATE_NOT_FOUND: {
    status: 404,
    title: { et: 'Volitust ei leitud', en: 'Mandate not found', ru: 'Полномочие не найдено' },
    detail: {
      et: 'Sellist volitust teie asutusel ei ole.',
      en: 'Your institution has no such mandate.',
      ru: 'У вашего учреждения нет такого полномочия.',
    },
    operator: 'Unknown id, or a mandate of other institutions.',
  },
  MANDATE_REVOKED_ALREADY: {
    status: 409,
    title: { et: 'Volitus on juba tühistatud', en: 'Mandate revoked already', ru: 'Полномочие уже отозвано' },
    detail: {
      et: 'Tühistatud volitus jääb tühistatuks. Andke vajaduse korral uus.',
      en: 'What is revoked stays revoked. Give a new one where it is needed.',
      ru: 'Отозванное остаётся отозванным. При необходимости дайте новое.',
    },
    operator: 'Of two who revoke at once the first does.',
  },
  MANDATE_REQUIRED: {
    status: 403,
    title: { et: 'Volitus puudub', en: 'No mandate', ru: 'Нет полномочия' },
    detail: {
      et: 'Teie asutusel ei ole selle omavalitsuse kehtivat volitust andmeid töödelda. Pöörduge omavalitsuse poole.',
      en: 'Your institution has no mandate of this municipality to process data. Turn to the municipality.',
      ru: 'У вашего учреждения нет действующего полномочия этого самоуправления на обработку данных. Обратитесь в самоуправление.',
    },
    operator: 'REQ-258: the municipality gives providers the authorisation, and can revoke it.',
  },
  EMPLOYEE_NOT_FOUND: {
    status: 404,
    title: { et: 'Töötajat ei leitud', en: 'Employee not found', ru: 'Работник не найден' },
    detail: {
      et: 'Teie asutuses sellist töötajat ei ole.',
      en: 'Your institution has no such employee.',
      ru: 'В вашем учреждении нет такого работника.',
    },
    operator: 'Unknown id, or somebody who has never worked in the caller’s institution.',
  },
  PROFILE_NOT_FOUND: {
    status: 404,
    title: { et: 'Andmeid ei ole', en: 'No data yet', ru: 'Данных ещё нет' },
    detail: {
      et: 'Enda andmed on sisestamata.',
      en: 'You have not filled in your own data yet.',
      ru: 'Вы ещё не внесли данные о себе.',
    },
    operator: 'The worker has said nothing of themselves yet.',
  },
  NO_REGISTER_THEN: {
    status: 404,
    title: { et: 'Registrit siis ei olnud', en: 'No register then', ru: 'Регистра тогда не было' },
    detail: {
      et: 'STAR asutati 8. märtsil 2010.',
      en: 'STAR was founded on 8 March 2010.',
      ru: 'STAR учреждён 8 марта 2010 года.',
    },
    operator: 'The day asked for is before the register was founded.',
  },
});
