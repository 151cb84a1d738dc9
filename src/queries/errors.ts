import { defineErrors } from '../platform/index.ts';

/** Why a question is refused before anything leaves, and why a query's answer cannot be had. */
export const queryErrors = defineErrors({
  QUERY_TYPE_UNKNOWN: {
    status: 422,
    title: { et: 'Tundmatu päring', en: 'Unknown query type', ru: 'Неизвестный вид запроса' },
    detail: {
      et: 'Sellist päringut ei ole. Valige päring loetelust.',
      en: 'There is no such query. Choose one from the list of query types.',
      ru: 'Такого запроса нет. Выберите запрос из списка.',
    },
    operator: 'The front-end sent a query type that is not in the catalogue (GET /api/v1/query-types).',
  },
  FEED_NOT_READ_HERE: {
    status: 404,
    title: { et: 'Muudatusi ei loeta', en: 'Feed not read here', ru: 'Изменения не читаются' },
    detail: {
      et: 'Selle registri muudatusi siin ei loeta.',
      en: 'The changes of this register are not read here.',
      ru: 'Изменения этого регистра здесь не читаются.',
    },
    operator: 'The feed is not named in `feeds` of the configuration, or no process has begun to read it yet.',
  },
  QUERY_NOT_ALLOWED_FOR_PROCEEDING_TYPE: {
    status: 403,
    title: {
      et: 'Päring ei ole selles menetluses lubatud',
      en: 'Query not allowed in this kind of proceeding',
      ru: 'Запрос не разрешён в этом виде производства',
    },
    detail: {
      et: 'Selle menetluse eesmärk ei anna õigust neid andmeid küsida. Kui vajate neid, algatage menetlus, mille eesmärk seda lubab.',
      en: 'The purpose of this proceeding gives no right to these data. If you need them, open a proceeding whose purpose allows it.',
      ru: 'Цель этого производства не даёт права запрашивать эти данные. Если они нужны, начните производство с подходящей целью.',
    },
    operator: 'Purpose limitation at work (INV-54): the catalogue entry does not list the proceeding kind. Nothing left the gateway.',
  },
  QUERY_NOT_ALLOWED_FOR_ROLE: {
    status: 403,
    title: { et: 'Päring ei ole teie rollis lubatud', en: 'Query not allowed for your role', ru: 'Запрос не разрешён для вашей роли' },
    detail: {
      et: 'Teie roll ei anna õigust seda päringut teha. Pöörduge oma asutuse STARi administraatori poole.',
      en: 'Your role gives no right to this query. Turn to the STAR administrator of your institution.',
      ru: 'Ваша роль не даёт права на этот запрос. Обратитесь к администратору STAR вашего учреждения.',
    },
    operator: 'The catalogue entry does not list any of the worker’s roles (INV-54). Nothing left the gateway.',
  },
  SUBJECT_NOT_IN_PROCEEDING: {
    status: 422,
    title: {
      et: 'Isik ei ole menetluse osaline',
      en: 'Person is not a subject of the proceeding',
      ru: 'Лицо не является участником производства',
    },
    detail: {
      et: 'Päringu saab teha ainult menetluse osaliste kohta. Lisage isik menetlusse, kui see on põhjendatud.',
      en: 'Only subjects of the proceeding can be asked about. Add the person to the proceeding if there is reason to.',
      ru: 'Запрос возможен только об участниках производства. Добавьте лицо в производство, если для этого есть основание.',
    },
    operator: 'The subject id is not among the proceeding’s subjects (INV-53). Nothing left the gateway.',
  },
  QUERY_NOT_ALLOWED_FOR_SUBJECT: {
    status: 422,
    title: {
      et: 'Päring ei ole selle osalise kohta lubatud',
      en: 'Query not allowed about this subject',
      ru: 'Запрос об этом участнике не разрешён',
    },
    detail: {
      et: 'Selle päringu saab teha ainult osalise kohta, kellel on menetluses teine roll (näiteks hooldaja). Valige õige isik.',
      en: 'This query is about a subject with another part in the proceeding (the carer, for one). Choose the right person.',
      ru: 'Этот запрос делается об участнике с другой ролью (например, об опекуне). Выберите нужное лицо.',
    },
    operator:
      'The catalogue entry names the parts a subject may have in the proceeding, and this one has another. Nothing left the gateway.',
  },
  NO_PERSONAL_CODE: {
    status: 409,
    title: { et: 'Isikul puudub isikukood', en: 'Person has no personal code', ru: 'У лица нет личного кода' },
    detail: {
      et: 'Registritest saab küsida ainult isikukoodi järgi. Sisestage andmed dokumentide alusel.',
      en: 'Registers can be asked by personal code only. Enter the data from documents.',
      ru: 'Регистры можно запрашивать только по личному коду. Введите данные на основании документов.',
    },
    operator: 'The client is not in the population register (INV-02): no query by personal code is possible.',
  },
  SELF_LOOKUP_REFUSED: {
    status: 403,
    title: { et: 'Enda andmeid küsida ei saa', en: 'You may not query yourself', ru: 'Нельзя запрашивать собственные данные' },
    detail: {
      et: 'Töötaja ei saa menetleda enda toimikut. Andke menetlus kolleegile üle.',
      en: 'A worker may not process their own file. Hand the proceeding over to a colleague.',
      ru: 'Работник не может вести собственное дело. Передайте производство коллеге.',
    },
    operator: 'The worker asked about themselves (INV-65). Nothing left the gateway; supervision sees the audit line.',
  },
  JUSTIFICATION_REQUIRED: {
    status: 422,
    title: { et: 'Põhjendus puudub', en: 'Justification missing', ru: 'Нет обоснования' },
    detail: {
      et: 'Selle päringu tegemiseks kirjutage, milleks andmeid vajate (vähemalt 10 tähemärki).',
      en: 'To make this query, write what the data are needed for (at least 10 characters).',
      ru: 'Для этого запроса напишите, для чего нужны данные (не менее 10 знаков).',
    },
    operator: 'The catalogue entry demands a justification (special-category data). Nothing left the gateway.',
  },
  QUERY_PARAMETERS_INVALID: {
    status: 422,
    title: { et: 'Päringu parameetrid on vigased', en: 'Query parameters invalid', ru: 'Неверные параметры запроса' },
    detail: {
      et: 'Parandage märgitud väljad ja proovige uuesti.',
      en: 'Correct the marked fields and try again.',
      ru: 'Исправьте отмеченные поля и попробуйте снова.',
    },
    operator: 'The parameters do not match the schema of the query type (GET /api/v1/query-types shows it).',
  },
  QUERY_TYPE_BLOCKED: {
    status: 503,
    title: { et: 'Päring on ajutiselt suletud', en: 'Query closed for the time being', ru: 'Запрос временно закрыт' },
    detail: {
      et: 'Register on muutnud oma andmekirjeldust ja päringut ei tehta, kuni see on üle vaadatud. Operaator teab sellest; seni sisestage andmed dokumendi alusel.',
      en: 'The register has changed how it describes its data, and is not asked until that has been looked at. The operator knows; until then enter the data from a document.',
      ru: 'Регистр изменил описание данных, и запрос не делается, пока это не проверено. Оператор знает; пока введите данные по документу.',
    },
    operator:
      'The contract watch has found that the register’s contract breaks the pinned one (GET /console/api/contracts). Nothing left the gateway.',
  },
  CONTRACT_NOT_BROKEN: {
    status: 409,
    title: { et: 'Leping ei ole katki', en: 'Contract not broken', ru: 'Контракт не нарушен' },
    detail: {
      et: 'Sellel päringul ei ole muudatust, mida heaks kiita.',
      en: 'This query type has no change to accept.',
      ru: 'У этого запроса нет изменения, которое можно принять.',
    },
    operator: 'Only a broken contract can be accepted: GET /console/api/contracts shows which are.',
  },
  QUERY_NOT_FOUND: {
    status: 404,
    title: { et: 'Päringut ei leitud', en: 'Query not found', ru: 'Запрос не найден' },
    detail: {
      et: 'Sellist päringut teie asutusel ei ole.',
      en: 'Your institution has no such query.',
      ru: 'У вашего учреждения нет такого запроса.',
    },
    operator: 'Unknown query id, or one of another institution.',
  },
  PURGED: {
    status: 410,
    title: { et: 'Vastus on kustutatud', en: 'Answer purged', ru: 'Ответ удалён' },
    detail: {
      et: 'Menetlus on lõpetatud ja registri vastust ei saa enam lugeda. Uue vastuse saamiseks on vaja avatud menetlust.',
      en: 'The proceeding is closed and the register’s answer can no longer be read. A new answer needs an open proceeding.',
      ru: 'Производство завершено, и ответ регистра больше нельзя прочитать. Для нового ответа нужно открытое производство.',
    },
    operator: 'The proceeding’s data key was destroyed when it closed (INV-56). No copy of the answer can be decrypted.',
  },
  QUERY_NOT_RETRYABLE: {
    status: 409,
    title: { et: 'Päringut ei saa korrata', en: 'Query cannot be retried', ru: 'Запрос нельзя повторить' },
    detail: {
      et: 'Korrata saab ainult ebaõnnestunud päringut, mille menetlus on avatud.',
      en: 'Only a failed query of an open proceeding can be retried.',
      ru: 'Повторить можно только неудавшийся запрос открытого производства.',
    },
    operator: 'Only FAULTED and FAILED queries of open proceedings can be retried, only unanswered ones discarded.',
  },
  WRITE_NOT_CONFIGURED: {
    status: 422,
    title: { et: 'Kande liik ei ole seadistatud', en: 'Kind of entry not configured', ru: 'Вид записи не настроен' },
    detail: {
      et: 'Selle kuupäeva kohta ei ole teada, millise liigi all register kannet ootab. Operaator saab selle seadistada; kanne tehke seni registri enda kanali kaudu.',
      en: 'It is not known under which kind the register expects entries of this date. The operator can configure it; until then enter it by the register’s own channel.',
      ru: 'Неизвестно, под каким видом регистр ждёт записи на эту дату. Оператор может это настроить; пока внесите запись через канал самого регистра.',
    },
    operator:
      'The settings under `writes` name no code for the date (docs/operations.md). Ask the register’s holder; nothing left the gateway.',
  },
  WRITE_NOT_SETTLED: {
    status: 409,
    title: { et: 'Kande tulemus ei ole veel teada', en: 'Outcome of an entry not yet known', ru: 'Результат записи ещё не известен' },
    detail: {
      et: 'Menetluses on registrile saadetud kanne, mille tulemust ei ole veel teada. Oodake, kuni kanne on tehtud; kui see ootab operaatorit, pöörduge kasutajatoe poole.',
      en: 'The proceeding has an entry on its way to a register whose outcome is not known yet. Wait until it is; if it waits for an operator, turn to user support.',
      ru: 'В производстве есть запись, отправленная в регистр, результат которой ещё не известен. Дождитесь его; если он ждёт оператора, обратитесь в поддержку.',
    },
    operator:
      'A write that was accepted is never silently dropped: its proceeding is not closed, nor the write discarded, before it has settled. Those in HELD wait for you in the console’s list.',
  },
  WRITE_NOT_HELD: {
    status: 409,
    title: { et: 'Kanne ei oota otsust', en: 'The entry waits for no decision', ru: 'Запись не ждёт решения' },
    detail: {
      et: 'Otsustada saab ainult kande üle, mille tulemust ei õnnestunud registrist vaadata.',
      en: 'Only an entry whose outcome could not be looked up at the register is decided on.',
      ru: 'Решение принимается только о записи, результат которой не удалось узнать в регистре.',
    },
    operator: 'Only writes in HELD are resolved. This one has settled, or is still being looked up.',
  },
  MAINTENANCE_WINDOW_INVALID: {
    status: 422,
    title: { et: 'Hooldusaeg ei sobi', en: 'Maintenance window invalid', ru: 'Время обслуживания не подходит' },
    detail: {
      et: 'Hooldusaja lõpp peab olema algusest ja praegusest hilisem ning aeg mitte pikem kui seitse päeva.',
      en: 'A maintenance window must end after it begins and after now, and last no longer than seven days.',
      ru: 'Обслуживание должно заканчиваться позже начала и позже текущего момента и длиться не более семи дней.',
    },
    operator: 'Look at the two moments and their time zone.',
  },
  MAINTENANCE_IN_OPENING_HOURS: {
    status: 409,
    title: { et: 'Hooldusaeg on tööajal', en: 'Maintenance falls into opening hours', ru: 'Обслуживание в рабочее время' },
    detail: {
      et: 'STARi kokkulepitud tööaeg on E-R 8:00-19:00. Sellel ajal saab hooldust määrata ainult hädaolukorras.',
      en: 'STAR’s agreed hours are Monday to Friday, 8:00 to 19:00. Within them maintenance can be set in an emergency only.',
      ru: 'Согласованное рабочее время STAR: пн-пт 8:00-19:00. В это время обслуживание назначается только в чрезвычайной ситуации.',
    },
    operator: 'Choose another time, or say that it is an emergency (REQ-051).',
  },
  MAINTENANCE_UNKNOWN: {
    status: 404,
    title: { et: 'Hooldusaega ei leitud', en: 'Maintenance window not found', ru: 'Время обслуживания не найдено' },
    detail: { et: 'Sellist hooldusaega ei ole.', en: 'There is no such maintenance window.', ru: 'Такого времени обслуживания нет.' },
    operator: 'It may have been taken back already. Windows of the configuration are changed there.',
  },
  WRITE_NOT_BY_GUEST: {
    status: 403,
    title: {
      et: 'Hädajuurdepääsuga kannet teha ei saa',
      en: 'No entry by emergency access',
      ru: 'По экстренному доступу запись невозможна',
    },
    detail: {
      et: 'Hädajuurdepääs annab õiguse vaadata ja küsida. Kande teeb asutus, kelle menetlus see on.',
      en: 'Emergency access lets you look and ask. The institution whose proceeding it is makes entries.',
      ru: 'Экстренный доступ позволяет смотреть и запрашивать. Запись делает учреждение, которое ведёт производство.',
    },
    operator: 'A write was asked by somebody who was let into another’s proceeding. Nothing left the gateway.',
  },
  REGISTRY_UNKNOWN: {
    status: 404,
    title: { et: 'Registrit ei leitud', en: 'Registry not found', ru: 'Регистр не найден' },
    detail: { et: 'Sellist registrit ei ole.', en: 'There is no such registry.', ru: 'Такого регистра нет.' },
    operator: 'The name is not one of the catalogue’s registries.',
  },
});

export type QueryErrorCode = keyof typeof queryErrors;
