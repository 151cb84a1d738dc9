import { defineErrors } from '../../platform/index.ts';

/** Why an order of a mass service is refused, and why its answers cannot be had. */
export const batchErrors = defineErrors({
  BATCH_TYPE_UNKNOWN: {
    status: 422,
    title: { et: 'Tundmatu masspäring', en: 'Unknown mass query', ru: 'Неизвестный массовый запрос' },
    detail: {
      et: 'Sellist masspäringut ei ole. Valige masspäring loetelust.',
      en: 'There is no such mass query. Choose one from the list.',
      ru: 'Такого массового запроса нет. Выберите запрос из списка.',
    },
    operator: 'The front-end sent a batch type that is not in the catalogue (GET /api/v1/batch-types).',
  },
  BATCH_TOO_LARGE: {
    status: 422,
    title: { et: 'Masspäringus on liiga palju isikuid', en: 'Too many people in the order', ru: 'Слишком много лиц в запросе' },
    detail: {
      et: 'Jagage isikud mitme masspäringu vahel. Piir on masspäringute loetelus.',
      en: 'Divide the people between several orders. The limit stands in the list of mass queries.',
      ru: 'Разделите лиц между несколькими запросами. Предел указан в списке массовых запросов.',
    },
    operator: 'More people than the batch type’s peopleAtMost. Nothing left the gateway.',
  },
  BATCH_PEOPLE_REFUSED: {
    status: 422,
    title: {
      et: 'Masspäringus on isikuid, kelle kohta ei või küsida',
      en: 'The order names people who may not be asked about',
      ru: 'В запросе есть лица, о которых нельзя спрашивать',
    },
    detail: {
      et: 'Iga isik peab olema teie asutuse avatud menetluse osaline. Eemaldage märgitud isikud ja tellige uuesti.',
      en: 'Everybody must be a subject of an open proceeding of your institution. Leave the marked people out and order again.',
      ru: 'Каждое лицо должно быть участником открытого производства вашего учреждения. Уберите отмеченных и закажите снова.',
    },
    operator: 'The fields name each person refused by position, and why (INV-53, INV-54, INV-65). Nothing left the gateway.',
  },
  BATCH_UNDER_WAY: {
    status: 409,
    title: { et: 'Samasugune masspäring on pooleli', en: 'Such an order is under way', ru: 'Такой запрос уже выполняется' },
    detail: {
      et: 'Teie asutuse sama liiki masspäring ei ole veel lõppenud. Oodake selle vastust või loobuge sellest.',
      en: 'An order of this kind by your institution has not ended yet. Wait for its answer, or give it up.',
      ru: 'Запрос этого вида вашего учреждения ещё не завершён. Дождитесь ответа или откажитесь от него.',
    },
    operator: 'One order of a kind is under way per institution, so that nothing is ordered twice by accident.',
  },
  NGTS_LIMIT: {
    status: 409,
    title: {
      et: 'Selle aasta noortegarantii päringud on tehtud',
      en: 'This year’s youth guarantee queries are made',
      ru: 'Запросы молодёжной гарантии за этот год сделаны',
    },
    detail: {
      et: 'Omavalitsus saab seda päringut teha kuni kaks korda kalendriaastas.',
      en: 'A municipality may make this query up to twice in a calendar year.',
      ru: 'Самоуправление может делать этот запрос до двух раз в календарный год.',
    },
    operator: 'The institution has two orders of this year that came to something or still may (INV-62). Nothing left the gateway.',
  },
  MUNICIPALITY_UNKNOWN: {
    status: 409,
    title: {
      et: 'Asutusel ei ole omavalitsuse koodi',
      en: 'No municipality of the institution',
      ru: 'У учреждения нет кода самоуправления',
    },
    detail: {
      et: 'Küsida saab ainult oma omavalitsuse elanike kohta. Pöörduge kasutajatoe poole, et asutusele lisataks EHAK-kood.',
      en: 'Only residents of the own municipality can be asked about. Ask user support to enter the institution’s EHAK code.',
      ru: 'Спрашивать можно только о жителях своего самоуправления. Попросите поддержку внести код EHAK учреждения.',
    },
    operator: 'The institution is none of a municipality, or was entered without its EHAK code.',
  },
  BATCH_NOT_FOUND: {
    status: 404,
    title: { et: 'Masspäringut ei leitud', en: 'Order not found', ru: 'Запрос не найден' },
    detail: {
      et: 'Sellist masspäringut teie asutusel ei ole.',
      en: 'Your institution has no such order.',
      ru: 'У вашего учреждения нет такого запроса.',
    },
    operator: 'Unknown batch id, one of another institution, or of a kind that none of the worker’s roles may order.',
  },
  BATCH_NOT_FETCHED: {
    status: 409,
    title: { et: 'Masspäringul ei ole veel vastust', en: 'The order has no answer', ru: 'У запроса нет ответа' },
    detail: {
      et: 'Vastuseid saab lugeda siis, kui register on faili andnud. Masspäringu seis näitab, mis ootab või mis juhtus.',
      en: 'Answers can be read once the register has given the file. The order’s state says what it waits for, or what happened.',
      ru: 'Ответы можно читать, когда регистр выдаст файл. Состояние запроса показывает, чего он ждёт или что случилось.',
    },
    operator: 'Only the people of a FETCHED batch can be read. See its state and code.',
  },
  BATCH_CLOSED: {
    status: 410,
    title: { et: 'Masspäringu vastus on kustutatud', en: 'The order’s answer is deleted', ru: 'Ответ на запрос удалён' },
    detail: {
      et: 'Masspäring on lõpetatud ja selle vastuseid ei saa enam lugeda. Kui andmeid on vaja, tellige uuesti.',
      en: 'The order is closed and its answers can no longer be read. If the data are needed, order again.',
      ru: 'Запрос завершён, его ответы больше нельзя прочитать. Если данные нужны, закажите снова.',
    },
    operator: 'The batch’s data key was destroyed when it was closed, by a worker or at the end of its retention.',
  },
});

export type BatchErrorCode = keyof typeof batchErrors;
