import { defineErrors } from '../platform/index.ts';

/** What can be wrong with a call before any rule of the register is asked. */
export const apiErrors = defineErrors({
  MALFORMED_JSON: {
    status: 400,
    title: { et: 'Päring ei ole loetav', en: 'Malformed JSON', ru: 'Неверный JSON' },
    detail: {
      et: 'Saadetud andmed ei ole loetav JSON.',
      en: 'The body is not readable JSON.',
      ru: 'Тело запроса не является читаемым JSON.',
    },
    operator: 'The body could not be parsed.',
  },
  UNSUPPORTED_MEDIA_TYPE: {
    status: 415,
    title: { et: 'Andmed on teisel kujul', en: 'Another kind of data', ru: 'Данные в другом виде' },
    detail: {
      et: 'Saatke andmed kujul application/json, fail kujul multipart/form-data.',
      en: 'Send data as application/json, a file as multipart/form-data.',
      ru: 'Отправьте данные в виде application/json, файл в виде multipart/form-data.',
    },
    operator: 'The Content-Type is not application/json, or, where a file is taken, not multipart/form-data.',
  },
  FORM_MALFORMED: {
    status: 400,
    title: { et: 'Vorm ei ole loetav', en: 'Malformed form', ru: 'Неверная форма' },
    detail: {
      et: 'Saadetud vorm katkes, ei ole loetav, kordab välja või sisaldab mitut faili. Saatke uuesti.',
      en: 'The form breaks off, cannot be read, repeats a field or has several files. Send it again.',
      ru: 'Форма оборвана, не читается, повторяет поле или содержит несколько файлов. Отправьте снова.',
    },
    operator: 'The multipart/form-data body could not be parsed, ended early, or has more parts than a form of ours.',
  },
  VALIDATION_FAILED: {
    status: 422,
    title: { et: 'Andmed on vigased', en: 'Invalid data', ru: 'Неверные данные' },
    detail: {
      et: 'Parandage märgitud väljad. Tundmatuid välju ei võeta vastu.',
      en: 'Correct the marked fields. Unknown fields are refused.',
      ru: 'Исправьте отмеченные поля. Неизвестные поля не принимаются.',
    },
    operator: 'The body, path or query does not match the route’s schema (see /api/openapi.json).',
  },
  BODY_TOO_LARGE: {
    status: 413,
    title: { et: 'Päring on liiga suur', en: 'Body too large', ru: 'Слишком большой запрос' },
    detail: { et: 'Saadetud andmeid on liiga palju (üle 1 MiB).', en: 'The body is larger than 1 MiB.', ru: 'Тело запроса больше 1 МиБ.' },
    operator: 'Larger than the internal API takes.',
  },
  ROUTE_NOT_FOUND: {
    status: 404,
    title: { et: 'Aadressi ei ole', en: 'No such address', ru: 'Нет такого адреса' },
    detail: { et: 'Sellist aadressi ei ole.', en: 'There is nothing at this address.', ru: 'По этому адресу ничего нет.' },
    operator: 'Unknown path or method.',
  },
  RATE_LIMITED: {
    status: 429,
    title: { et: 'Liiga palju päringuid', en: 'Too many requests', ru: 'Слишком много запросов' },
    detail: { et: 'Oodake hetk ja proovige uuesti.', en: 'Wait a moment and try again.', ru: 'Подождите немного и попробуйте снова.' },
    operator: 'The caller’s limit is reached.',
  },
  PRECONDITION_FAILED: {
    status: 412,
    title: { et: 'Keegi on vahepeal muutnud', en: 'Changed meanwhile', ru: 'Изменено за это время' },
    detail: {
      et: 'Andmed on vahepeal muutunud. Laadige uuesti ja vaadake üle.',
      en: 'The data have changed meanwhile. Load them again and look.',
      ru: 'Данные за это время изменились. Загрузите их снова и проверьте.',
    },
    operator: 'If-Match named another version, or one of something that has none.',
  },
  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    title: { et: 'Idempotency-Key on juba kasutatud', en: 'Idempotency key reused', ru: 'Ключ идемпотентности уже использован' },
    detail: {
      et: 'Sama võtmega on juba saadetud teistsugune päring. Kasutage uut võtit.',
      en: 'Another request was sent under this key. Use a new one.',
      ru: 'Под этим ключом уже отправлен другой запрос. Используйте новый ключ.',
    },
    operator: 'Same Idempotency-Key, other request, within 24 hours.',
  },
  IDEMPOTENCY_KEY_INVALID: {
    status: 422,
    title: { et: 'Idempotency-Key on vigane', en: 'Invalid idempotency key', ru: 'Неверный ключ идемпотентности' },
    detail: {
      et: 'Võti on 1-200 nähtavat ASCII märki.',
      en: 'A key is 1 to 200 visible ASCII characters.',
      ru: 'Ключ: от 1 до 200 видимых символов ASCII.',
    },
    operator: 'The Idempotency-Key header is empty, too long, or has other characters.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    title: { et: 'Teenus ei ole hetkel kättesaadav', en: 'Service unavailable', ru: 'Сервис временно недоступен' },
    detail: {
      et: 'Proovige mõne aja pärast uuesti. Midagi ei läinud kaduma.',
      en: 'Try again in a while. Nothing was lost.',
      ru: 'Попробуйте позже. Ничего не потеряно.',
    },
    operator: 'The database or the queue does not answer: see /health/ready.',
  },
  INTERNAL_ERROR: {
    status: 500,
    title: { et: 'Viga süsteemis', en: 'Internal error', ru: 'Внутренняя ошибка' },
    detail: {
      et: 'Midagi läks valesti. Teatage teenusetoele päringu number.',
      en: 'Something went wrong. Tell the support the request’s number.',
      ru: 'Что-то пошло не так. Сообщите поддержке номер запроса.',
    },
    operator: 'A bug: the log has it under the request id.',
  },
});
