import { defineErrors } from '../../platform/index.ts';

export const proceedingErrors = defineErrors({
  OWN_MATTER: {
    status: 403,
    title: { et: 'Enda asja ei saa menetleda', en: 'Not one’s own matter', ru: 'Нельзя вести собственное дело' },
    detail: {
      et: 'Olete ise selle asja osaline. Selle eest saab seda teha teie kolleeg.',
      en: 'You are one of those whom this matter is about. A colleague does this in your place.',
      ru: 'Вы сами участник этого дела. За вас это может сделать коллега.',
    },
    operator: 'INV-65, HMS § 10: a worker is among the subjects of what they want to register, open or change. Nothing was changed.',
  },
  APPLICATION_NOT_FOUND: {
    status: 404,
    title: { et: 'Taotlust ei leitud', en: 'Application not found', ru: 'Заявление не найдено' },
    detail: {
      et: 'Teil sellist taotlust ei ole.',
      en: 'You have no such application.',
      ru: 'У вас нет такого заявления.',
    },
    operator: 'Unknown id, or filed by somebody else: not yours is not there.',
  },
  MUNICIPALITY_REQUIRED: {
    status: 422,
    title: { et: 'Valige omavalitsus', en: 'Choose the municipality', ru: 'Выберите самоуправление' },
    detail: {
      et: 'Teie elukoht ei ole registris teada. Valige omavalitsus, kelle poole pöördute.',
      en: 'Where you live is not known to the register. Choose the municipality that you turn to.',
      ru: 'Ваше место жительства регистру не известно. Выберите самоуправление, в которое обращаетесь.',
    },
    operator: 'No residence stands in the citizen’s file: `municipality` (EHAK) says where the application goes.',
  },
  MUNICIPALITY_BY_RESIDENCE: {
    status: 422,
    title: { et: 'Taotlus läheb elukoha omavalitsusele', en: 'By residence', ru: 'По месту жительства' },
    detail: {
      et: 'Taotlus läheb omavalitsusele, kus on teie elukoht. Jätke omavalitsus valimata.',
      en: 'Your application goes to the municipality where you live. Do not choose one.',
      ru: 'Заявление направляется в самоуправление по месту вашего жительства. Не выбирайте его.',
    },
    operator: 'The residence in the citizen’s file is in another municipality than the one that they chose.',
  },
  MUNICIPALITY_NOT_SERVED: {
    status: 422,
    title: { et: 'Omavalitsus ei võta siin taotlusi vastu', en: 'Municipality not here', ru: 'Самоуправление здесь не представлено' },
    detail: {
      et: 'See omavalitsus ei võta iseteeninduses taotlusi vastu. Pöörduge otse omavalitsuse poole.',
      en: 'This municipality takes no applications by self-service. Turn to it directly.',
      ru: 'Это самоуправление не принимает заявления через самообслуживание. Обратитесь в него напрямую.',
    },
    operator: 'No institution of the register is that municipality.',
  },
  TOO_MANY_APPLICATIONS: {
    status: 429,
    title: { et: 'Liiga palju taotlusi', en: 'Too many applications', ru: 'Слишком много заявлений' },
    detail: {
      et: 'Olete ööpäeva jooksul esitanud juba kümme taotlust. Esitage järgmine homme või pöörduge omavalitsuse poole.',
      en: 'You have filed ten applications within a day. File the next one tomorrow, or turn to your municipality.',
      ru: 'За сутки вы подали уже десять заявлений. Подайте следующее завтра или обратитесь в самоуправление.',
    },
    operator: 'A citizen files at most ten in 24 hours, wherever they call.',
  },
  NOT_FOUND: {
    status: 404,
    title: { et: 'Ei leitud', en: 'Not found', ru: 'Не найдено' },
    detail: {
      et: 'Sellist menetlust teie asutusel ei ole.',
      en: 'Your institution has no such proceeding.',
      ru: 'У вашего учреждения нет такого производства.',
    },
    operator: 'Unknown id, or one of another institution: not yours is not there.',
  },
  PROCEEDING_NOT_OPEN: {
    status: 409,
    title: { et: 'Menetlus ei ole avatud', en: 'Proceeding not open', ru: 'Производство не открыто' },
    detail: {
      et: 'Menetlus on peatatud või lõpetatud. Selleks toiminguks on vaja avatud menetlust.',
      en: 'The proceeding is suspended or closed. This needs an open one.',
      ru: 'Производство приостановлено или завершено. Для этого нужно открытое производство.',
    },
    operator: 'State check of the proceeding (INV-10, INV-53).',
  },
  PROCEEDING_CLOSED: {
    status: 409,
    title: { et: 'Menetlus on lõpetatud', en: 'Proceeding closed', ru: 'Производство завершено' },
    detail: {
      et: 'Pöördumise andmeid saab muuta, kuni selle menetlus ei ole lõpetatud.',
      en: 'An intake may be amended until its proceeding is ended.',
      ru: 'Данные обращения можно менять, пока производство не завершено.',
    },
    operator: 'REQ-153: the intake’s proceeding is CLOSED.',
  },
  APPLICATION_LOCKED_BY_DECISION: {
    status: 409,
    title: {
      et: 'Taotluse põhjal on abinõu määratud',
      en: 'A measure is determined on the application',
      ru: 'По заявлению назначена мера',
    },
    detail: {
      et: 'Taotluse andmeid saab muuta, kuni selle põhjal ei ole abinõu määratud.',
      en: 'An application may be changed while no measure has been determined on it.',
      ru: 'Данные заявления можно менять, пока по нему не назначена мера.',
    },
    operator: 'REQ-152, INV-21: the intake was locked when a measure was determined.',
  },
  PROCEEDING_NOT_CLOSED: {
    status: 409,
    title: { et: 'Menetlus ei ole lõpetatud', en: 'Proceeding not closed', ru: 'Производство не завершено' },
    detail: {
      et: 'Taasavada saab ainult lõpetatud menetlust.',
      en: 'Only a closed proceeding can be reopened.',
      ru: 'Возобновить можно только завершённое производство.',
    },
    operator: 'State check of the proceeding (domain 3.3).',
  },
  REOPENED_TOO_LATE: {
    status: 409,
    title: { et: 'Menetluse taasavamiseks on hilja', en: 'Too late to reopen', ru: 'Поздно возобновлять' },
    detail: {
      et: 'Menetlust saab taasavada 30 päeva jooksul pärast lõpetamist. Registreerige uus pöördumine.',
      en: 'A proceeding can be reopened within 30 days of its end. Register a new intake.',
      ru: 'Производство можно возобновить в течение 30 дней после завершения. Зарегистрируйте новое обращение.',
    },
    operator: 'Closed longer ago than a proceeding may be reopened.',
  },
  ASSIGNEE_INVALID: {
    status: 422,
    title: { et: 'Töötajale ei saa määrata', en: 'Not a worker for this', ru: 'Работнику нельзя поручить' },
    detail: {
      et: 'Valige oma asutuse töötaja, kes seda liiki asju menetleb.',
      en: 'Choose a worker of your institution who works on such matters.',
      ru: 'Выберите работника своего учреждения, который ведёт такие дела.',
    },
    operator: 'No active account in the institution with a role that works on the proceeding’s kind.',
  },
  SUBJECT_NOT_FOUND: {
    status: 404,
    title: { et: 'Subjekti ei leitud', en: 'Subject not found', ru: 'Участник не найден' },
    detail: {
      et: 'See isik ei ole menetluse subjekt.',
      en: 'This person is no subject of the proceeding.',
      ru: 'Это лицо не является участником производства.',
    },
    operator: 'The client id is not among the proceeding’s subjects.',
  },
  TRANSFER_NOT_FOUND: {
    status: 404,
    title: { et: 'Üleandmist ei leitud', en: 'Transfer not found', ru: 'Передача не найдена' },
    detail: {
      et: 'Sellist menetluse üleandmist teie asutusel ei ole.',
      en: 'Your institution has no such transfer to decide on.',
      ru: 'У вашего учреждения нет такой передачи.',
    },
    operator: 'Unknown id, of other institutions, or not this institution’s to decide.',
  },
  TRANSFER_DECIDED: {
    status: 409,
    title: { et: 'Üleandmine on juba otsustatud', en: 'Transfer decided', ru: 'Передача уже решена' },
    detail: {
      et: 'Menetlus on juba vastu võetud, tagasi lükatud või pakkumine tagasi võetud.',
      en: 'The transfer was accepted, refused or taken back already.',
      ru: 'Передача уже принята, отклонена или отозвана.',
    },
    operator: 'The transfer is not OFFERED any more.',
  },
  TRANSFER_OFFERED_ALREADY: {
    status: 409,
    title: { et: 'Menetlust juba pakutakse', en: 'Offered already', ru: 'Уже предложено' },
    detail: {
      et: 'Menetlust on juba ühele asutusele pakutud. Võtke see pakkumine enne tagasi.',
      en: 'The proceeding is offered to an institution already. Take that offer back first.',
      ru: 'Производство уже предложено учреждению. Сначала отзовите это предложение.',
    },
    operator: 'One offer of a proceeding at a time.',
  },
  ACTION_NOT_FOUND: {
    status: 404,
    title: { et: 'Toimingut ei leitud', en: 'Action not found', ru: 'Действие не найдено' },
    detail: {
      et: 'Selles menetluses sellist toimingut ei ole.',
      en: 'The proceeding has no such action.',
      ru: 'В этом производстве нет такого действия.',
    },
    operator: 'Unknown id, or an action of another proceeding.',
  },
  ACTION_AUTOMATIC: {
    status: 409,
    title: { et: 'Toiming tekkis automaatselt', en: 'Automatic action', ru: 'Автоматическое действие' },
    detail: {
      et: 'Automaatset toimingut ei saa muuta, parandada ega kustutada.',
      en: 'What came by itself cannot be changed, corrected or deleted.',
      ru: 'Автоматическое действие нельзя изменить, исправить или удалить.',
    },
    operator: 'INV-11: automatic actions are the system’s own record.',
  },
  ACTION_CONFIRMED: {
    status: 409,
    title: { et: 'Toiming on tehtud', en: 'Action done', ru: 'Действие выполнено' },
    detail: {
      et: 'Tehtud toimingut ei muudeta. Sisestage parandus uue toiminguna.',
      en: 'What was done is not changed. Enter a correction as a new action.',
      ru: 'Выполненное действие не изменяется. Введите исправление новым действием.',
    },
    operator: 'A done action is append-only (correctionOf).',
  },
  ACTION_CANCELLED: {
    status: 409,
    title: { et: 'Toiming on tühistatud', en: 'Action cancelled', ru: 'Действие отменено' },
    detail: {
      et: 'Kavandatud toiming on tagasi võetud. Kavandage uus.',
      en: 'The planned action was taken back. Plan another.',
      ru: 'Запланированное действие отменено. Запланируйте новое.',
    },
    operator: 'The planned action was taken back, or its proceeding was closed.',
  },
  ACTION_NOT_DONE: {
    status: 409,
    title: { et: 'Toiming ei ole tehtud', en: 'Action not done', ru: 'Действие не выполнено' },
    detail: {
      et: 'Parandada saab tehtud toimingut. Kavandatud toimingut muutke.',
      en: 'Only what was done is corrected. Change what is planned.',
      ru: 'Исправить можно выполненное действие. Запланированное измените.',
    },
    operator: 'correctionOf names an action that is planned or cancelled.',
  },
  ACTION_PLAN_INVALID: {
    status: 422,
    title: { et: 'Toimingu kava on vigane', en: 'Invalid plan', ru: 'Неверный план' },
    detail: {
      et: 'Märkige kas aeg tulevikus või tähtaeg tööpäevades. Tehtud aeg ei saa olla tulevikus.',
      en: 'Say either a moment to come or a number of working days. What was done was not done in the future.',
      ru: 'Укажите либо время в будущем, либо срок в рабочих днях. Время выполнения не может быть в будущем.',
    },
    operator: 'plannedFor, dueInWorkingDays, assigneeId, correctionOf and doneAt do not go together, or are on the wrong side of now.',
  },
  LINK_INVALID: {
    status: 422,
    title: { et: 'Viide on vigane', en: 'Invalid link', ru: 'Неверная ссылка' },
    detail: {
      et: 'Viide peab olema veebiaadress, mis algab https:// või http://.',
      en: 'A link is a web address that begins with https:// or http://.',
      ru: 'Ссылка должна быть веб-адресом, который начинается с https:// или http://.',
    },
    operator: 'Not an absolute http(s) URL, or one with a user name or password in it.',
  },
  CALENDAR_SPAN_INVALID: {
    status: 422,
    title: { et: 'Ajavahemik on vigane', en: 'Invalid span', ru: 'Неверный период' },
    detail: {
      et: 'Kalendri lõpp ei saa olla enne algust ega üle aasta hiljem.',
      en: 'A calendar ends on or after its first day, and within a year.',
      ru: 'Конец календаря не может быть раньше начала или более чем через год.',
    },
    operator: 'to is before from, or more than 366 days behind it.',
  },
});
