import { defineErrors } from '../platform/index.ts';
import { PRODUCER_FAULTS, type SoapFault } from '../xroad/index.ts';

/**
 * Faults of our own making, by fault code. `Client.` is the asker's mistake, `Server.` ours; never `Server.ServerProxy.`, which is the security
 * server's word (PR-MESS 2.5). What the protocol itself finds wrong carries the security server's spelling and comes from the X-Road library.
 * The status is 500 throughout, because a security server throws away a body that comes with any other status than 200 and 500.
 */
export const servicesErrors = defineErrors({
  'Client.UnknownService': {
    status: 500,
    title: { et: 'Tundmatu teenus', en: 'Unknown service', ru: 'Неизвестная услуга' },
    detail: {
      et: 'Sellist teenust siin alamsüsteemis ei ole.',
      en: PRODUCER_FAULTS['Client.UnknownService'],
      ru: 'В этой подсистеме нет такой услуги.',
    },
    operator:
      'The header names another subsystem or a service code that we do not serve: compare the security server’s service URLs with our WSDL.',
  },
  'Client.UnknownServiceVersion': {
    status: 500,
    title: { et: 'Tundmatu teenuse versioon', en: 'Unknown service version', ru: 'Неизвестная версия услуги' },
    detail: {
      et: 'Teenust selles versioonis ei pakuta.',
      en: PRODUCER_FAULTS['Client.UnknownServiceVersion'],
      ru: 'Услуга не предлагается в этой версии.',
    },
    operator: 'The asker uses a version that our WSDL does not have, or none.',
  },
  'Client.AccessDenied': {
    status: 500,
    title: { et: 'Juurdepääs puudub', en: 'Access denied', ru: 'Доступ запрещён' },
    detail: {
      et: 'Alamsüsteemil ei ole õigust seda teenust kasutada.',
      en: PRODUCER_FAULTS['Client.AccessDenied'],
      ru: 'У подсистемы нет права пользоваться этой услугой.',
    },
    operator:
      'The subsystem is not in producer.allowed of the service. The security server should have refused it already: compare both lists.',
  },
  'Client.InvalidBody': {
    status: 500,
    title: { et: 'Vale päringu keha', en: 'Wrong body element', ru: 'Неверное тело запроса' },
    detail: {
      et: 'Päringu keha ei ole selle teenuse päring.',
      en: PRODUCER_FAULTS['Client.InvalidBody'],
      ru: 'Тело сообщения не является запросом этой услуги.',
    },
    operator: 'Namespace or name of the body element differ from the WSDL, or attachments came with it.',
  },
  'Client.SchemaMismatch': {
    status: 500,
    title: { et: 'Päring ei vasta kirjeldusele', en: 'Request does not match the schema', ru: 'Запрос не соответствует схеме' },
    detail: {
      et: 'Päring ei vasta teenuse kirjeldusele (WSDL).',
      en: PRODUCER_FAULTS['Client.SchemaMismatch'],
      ru: 'Запрос не соответствует описанию услуги (WSDL).',
    },
    operator: 'The fault’s detail names the element and the rule. The asker must be told; values are not kept.',
  },
  'Client.InvalidPersonalCode': {
    status: 500,
    title: { et: 'Vigane isikukood', en: 'Invalid personal code', ru: 'Неверный личный код' },
    detail: {
      et: 'Isikukood ei ole korrektne (EVS 585).',
      en: 'The personal code is not valid (EVS 585).',
      ru: 'Личный код неверен (EVS 585).',
    },
    operator:
      'Eleven digits with an existing birth date and the right check digit are expected, without blanks. Of a mass order the detail says which one, and nothing was kept.',
  },
  'Client.TooManyPeople': {
    status: 500,
    title: { et: 'Liiga palju isikuid', en: 'Too many people', ru: 'Слишком много лиц' },
    detail: {
      et: 'Ühes massipäringus tohib olla kuni 5000 isikukoodi.',
      en: 'One mass order may name 5,000 people at the most.',
      ru: 'В одном массовом запросе может быть не более 5000 личных кодов.',
    },
    operator: 'The asker must order in parts. Nothing of the order was kept.',
  },
  'Client.InvalidPeriod': {
    status: 500,
    title: { et: 'Vigane periood', en: 'Invalid period', ru: 'Неверный период' },
    detail: {
      et: 'Perioodi algus ei tohi olla lõpust hilisem.',
      en: 'The period must not begin after its end.',
      ru: 'Начало периода не может быть позже его конца.',
    },
    operator: 'algus is later than lopp, or one of them is no calendar date.',
  },
  'Client.InvalidRegistryCode': {
    status: 500,
    title: { et: 'Vigane registrikood', en: 'Invalid registry code', ru: 'Неверный регистровый код' },
    detail: {
      et: 'Edastaja registrikood ei ole korrektne.',
      en: 'The sender’s registry code is not valid.',
      ru: 'Регистровый код отправителя неверен.',
    },
    operator: 'Eight digits with the right check digit are expected in edastaja/registrikood.',
  },
  'Client.PersonNotTold': {
    status: 500,
    title: { et: 'Isik on nimetamata', en: 'Person not told', ru: 'Лицо не названо' },
    detail: {
      et: 'Igal isikul peab olema isikukood või ees- ja perekonnanimi.',
      en: 'Every person must have a personal code, or a first and a last name.',
      ru: 'У каждого лица должен быть личный код или имя и фамилия.',
    },
    operator: 'A person of the notice has neither a personal code nor a whole name.',
  },
  'Client.InvalidEventTime': {
    status: 500,
    title: { et: 'Vigane sündmuse aeg', en: 'Invalid time of the event', ru: 'Неверное время события' },
    detail: {
      et: 'Sündmuse aeg ei tohi olla tulevikus.',
      en: 'The event must not lie in the future.',
      ru: 'Событие не может быть в будущем.',
    },
    operator: 'sundmus/aeg is no time, or later than our clock by more than ten minutes.',
  },
  'Client.NoticeDiffers': {
    status: 500,
    title: { et: 'Teade on juba olemas', en: 'Notice is there already', ru: 'Уведомление уже есть' },
    detail: {
      et: 'Selle teateId all on juba teistsuguse sisuga teade.',
      en: 'Another notice was received under this teateId.',
      ru: 'Под этим teateId уже есть другое уведомление.',
    },
    operator: 'The sender uses one teateId for two notices: the first was kept, the second was not.',
  },
  'Client.InvalidHttpMethod': {
    status: 405,
    title: { et: 'Vale HTTP meetod', en: 'Wrong HTTP method', ru: 'Неверный метод HTTP' },
    detail: { et: 'Vastatakse ainult POST-päringutele.', en: PRODUCER_FAULTS['Client.InvalidHttpMethod'], ru: 'Принимается только POST.' },
    operator: 'A browser or a probe, not a security server. Probes belong to /health/ready.',
  },
  'Client.InvalidContentType': {
    status: 500,
    title: { et: 'Vale sisutüüp', en: 'Wrong content type', ru: 'Неверный тип содержимого' },
    detail: {
      et: 'SOAP-sõnumi sisutüüp on text/xml või multipart/related.',
      en: PRODUCER_FAULTS['Client.InvalidContentType'],
      ru: 'Сообщение SOAP передаётся как text/xml или multipart/related.',
    },
    operator: 'The Content-Type header could not be read.',
  },
  'Client.MessageTooLarge': {
    status: 500,
    title: { et: 'Sõnum on liiga suur', en: 'Message too large', ru: 'Слишком большое сообщение' },
    detail: { et: 'Päring on suurem kui lubatud.', en: PRODUCER_FAULTS['Client.MessageTooLarge'], ru: 'Запрос больше допустимого.' },
    operator: 'No request of our services comes near this size.',
  },
  'Client.RequestTimeout': {
    status: 500,
    title: { et: 'Päring jäi pooleli', en: 'Request did not arrive in time', ru: 'Запрос не пришёл вовремя' },
    detail: {
      et: 'Päring ei jõudnud ettenähtud aja jooksul tervenisti kohale.',
      en: PRODUCER_FAULTS['Client.RequestTimeout'],
      ru: 'Запрос не пришёл целиком за отведённое время.',
    },
    operator: 'The connection from the security server is slow or was cut.',
  },
  'Server.Unavailable': {
    status: 500,
    title: { et: 'Teenus ei ole hetkel kättesaadav', en: 'Service unavailable', ru: 'Услуга временно недоступна' },
    detail: {
      et: 'Teenus ei ole hetkel kättesaadav. Proovige mõne aja pärast uuesti.',
      en: PRODUCER_FAULTS['Server.Unavailable'],
      ru: 'Услуга сейчас недоступна. Попробуйте позже.',
    },
    operator: 'The database did not answer in time: see /health/ready. Nothing was disclosed.',
  },
  'Server.InternalError': {
    status: 500,
    title: { et: 'Viga süsteemis', en: 'Internal error', ru: 'Внутренняя ошибка' },
    detail: {
      et: 'Midagi läks valesti. Andmeid ei väljastatud.',
      en: PRODUCER_FAULTS['Server.InternalError'],
      ru: 'Произошла ошибка. Данные не выданы.',
    },
    operator: 'A bug: the log has it under the X-Road id.',
  },
});

export type ServiceFaultCode = keyof typeof servicesErrors;

/** A fault of our own for the asker. Faults leave in English: what a security server passes on is one text. */
export function faultOf(code: ServiceFaultCode): SoapFault {
  return { code, text: servicesErrors[code].detail.en };
}
