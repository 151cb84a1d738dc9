import { defineErrors } from '../../platform/index.ts';

export const peopleErrors = defineErrors({
  PERSONAL_CODE_INVALID: {
    status: 422,
    title: { et: 'Isikukood on vigane', en: 'Invalid personal code', ru: 'Неверный личный код' },
    detail: {
      et: 'Kontrollige isikukoodi: 11 numbrit, olemasolev sünnikuupäev, õige kontrollnumber.',
      en: 'Check the personal code: 11 digits, an existing birth date, the right check digit.',
      ru: 'Проверьте личный код: 11 цифр, существующая дата рождения, верная контрольная цифра.',
    },
    operator: 'EVS 585 check failed (INV-01).',
  },
  PERSONAL_CODE_REQUIRED: {
    status: 422,
    title: { et: 'Isikukood puudub', en: 'Personal code missing', ru: 'Нет личного кода' },
    detail: {
      et: 'Sisestage isikukood või märkige, et isikut ei ole rahvastikuregistris.',
      en: 'Enter the personal code, or mark that the person is not in the population register.',
      ru: 'Введите личный код или отметьте, что лица нет в регистре народонаселения.',
    },
    operator: 'INV-02: a client without a personal code needs notInPopulationRegister.',
  },
  CLIENT_EXISTS: {
    status: 409,
    title: { et: 'Toimik on juba olemas', en: 'Client file exists', ru: 'Дело уже существует' },
    detail: {
      et: 'Selle isikukoodiga toimik on juba registris. Leidke see otsinguga.',
      en: 'There is a file under this personal code already. Find it by search.',
      ru: 'Дело с этим личным кодом уже есть в регистре. Найдите его поиском.',
    },
    operator: 'One electronic file per person in the whole register (INV-01).',
  },
  CLIENT_NOT_FOUND: {
    status: 404,
    title: { et: 'Toimikut ei leitud', en: 'Client not found', ru: 'Дело не найдено' },
    detail: { et: 'Sellist toimikut ei ole.', en: 'There is no such client file.', ru: 'Такого дела нет.' },
    operator: 'Unknown client id.',
  },
  PERSONAL_CODE_FIXED: {
    status: 409,
    title: { et: 'Isikukoodi ei muudeta', en: 'Personal code is not changed', ru: 'Личный код не изменяется' },
    detail: {
      et: 'Toimikul on juba isikukood. Teise isikukoodiga toimik ühendatakse sellega.',
      en: 'The file has a personal code already. A file under another code is merged with it.',
      ru: 'У дела уже есть личный код. Дело с другим кодом объединяют с ним.',
    },
    operator: 'A personal code is entered once; another code of the same person is a merge.',
  },
  BIRTH_DATE_INVALID: {
    status: 422,
    title: { et: 'Sünnikuupäev on vigane', en: 'Invalid birth date', ru: 'Неверная дата рождения' },
    detail: {
      et: 'Sünnikuupäev on tulevikus. Kontrollige seda.',
      en: 'The birth date is in the future. Check it.',
      ru: 'Дата рождения в будущем. Проверьте её.',
    },
    operator: 'A birth date later than today, of a person without a personal code.',
  },
  CONTACTS_INVALID: {
    status: 422,
    title: { et: 'Kontaktandmed on vigased', en: 'Invalid contacts', ru: 'Неверные контакты' },
    detail: {
      et: 'Kontrollige märgitud välju: telefoninumber koos riigikoodiga, e-posti aadress kujul nimi@koht.ee.',
      en: 'Check the marked fields: a telephone number with its country code, an e-mail address like name@place.ee.',
      ru: 'Проверьте отмеченные поля: номер телефона с кодом страны, адрес эл. почты вида имя@место.ee.',
    },
    operator: 'Not a number of the numbering plan (E.164), or not an e-mail address.',
  },
  IBAN_INVALID: {
    status: 422,
    title: { et: 'Kontonumber on vigane', en: 'Invalid account number', ru: 'Неверный номер счёта' },
    detail: {
      et: 'Kontrollige kontonumbrit (IBAN): riik, pikkus, kontrollnumbrid.',
      en: 'Check the account number (IBAN): country, length, check digits.',
      ru: 'Проверьте номер счёта (IBAN): страна, длина, контрольные цифры.',
    },
    operator: 'ISO 13616: not a country that euro payments reach, another length than its own, or wrong check digits (REQ-045).',
  },
  BANK_ACCOUNT_EXISTS: {
    status: 409,
    title: { et: 'Konto on juba toimikus', en: 'Account is in the file already', ru: 'Счёт уже в деле' },
    detail: {
      et: 'See kontonumber on toimikus juba kirjas.',
      en: 'This account number is in the file already.',
      ru: 'Этот номер счёта уже записан в деле.',
    },
    operator: 'The account is in the file and has not ended.',
  },
  ADDRESS_INVALID: {
    status: 422,
    title: { et: 'Aadress on vigane', en: 'Invalid address', ru: 'Неверный адрес' },
    detail: {
      et: 'Eesti aadressil peab olema omavalitsuse kood; välismaa aadressil ei ole seda ega ADSi tunnust.',
      en: 'An address in Estonia has its municipality’s code; one abroad has neither that nor an ADS id.',
      ru: 'У адреса в Эстонии есть код самоуправления; у зарубежного нет ни его, ни идентификатора ADS.',
    },
    operator: 'The municipality (EHAK) is what responsibility follows from (SHS § 5).',
  },
  NETWORK_MEMBER_INVALID: {
    status: 422,
    title: { et: 'Võrgustiku liige on vigane', en: 'Invalid member of the network', ru: 'Неверный участник сети' },
    detail: {
      et: 'Märkige kas isik või organisatsioon; isik ise ei ole oma võrgustiku liige.',
      en: 'Name either a person or an organisation; the person themselves is no member of their own network.',
      ru: 'Укажите либо лицо, либо организацию; само лицо не входит в собственную сеть.',
    },
    operator: 'Neither or both of person and organisation, the person themselves, or a wrong registry code.',
  },
  CLIENT_UNKNOWN: {
    status: 422,
    title: { et: 'Isikut ei ole registris', en: 'Person not in the register', ru: 'Лица нет в регистре' },
    detail: {
      et: 'Avage isikule kõigepealt toimik.',
      en: 'Enter the person’s client file first.',
      ru: 'Сначала заведите дело лица.',
    },
    operator: 'A client id in the body leads to no file.',
  },
  ENTRY_NOT_FOUND: {
    status: 404,
    title: { et: 'Kannet ei leitud', en: 'Entry not found', ru: 'Запись не найдена' },
    detail: {
      et: 'Toimikus sellist kehtivat kannet ei ole.',
      en: 'The file has no such entry that still holds.',
      ru: 'В деле нет такой действующей записи.',
    },
    operator: 'Unknown entry, one of another file or kind, or one that has ended.',
  },
  VALIDITY_INVALID: {
    status: 422,
    title: { et: 'Kehtivus on vigane', en: 'Invalid validity', ru: 'Неверный срок действия' },
    detail: {
      et: 'Lõpp ei saa olla enne algust.',
      en: 'It cannot end before it begins.',
      ru: 'Окончание не может быть раньше начала.',
    },
    operator: 'validTo before validFrom.',
  },
  CLIENT_FILE_NEEDS_REASON: {
    status: 403,
    title: { et: 'Toimiku avamiseks on vaja põhjust', en: 'The file opens for a reason only', ru: 'Дело открывается только по причине' },
    detail: {
      et: 'Teie asutusel ei ole selle isiku kohta midagi menetluses. Registreerige pöördumine või põhjendage toimiku avamist.',
      en: 'Your institution has nothing under way about this person. Register an intake, or give a reason for opening the file.',
      ru: 'У вашего учреждения нет производства по этому лицу. Зарегистрируйте обращение или обоснуйте открытие дела.',
    },
    operator:
      'A colleague entered the person; nothing is or was under way (REQ-143). POST /clients/{id}/openings opens it for an hour, and supervision is told.',
  },
  CLIENT_FILE_OPEN_ALREADY: {
    status: 409,
    title: { et: 'Toimik on teile juba avatud', en: 'The file is open to you already', ru: 'Дело вам уже открыто' },
    detail: {
      et: 'Toimiku vaatamiseks ei ole vaja eraldi põhjust.',
      en: 'You need no further reason to look at the file.',
      ru: 'Для просмотра дела отдельная причина не нужна.',
    },
    operator: 'An opening is for whoever could not read the file without one.',
  },
  CLIENT_FILE_OWN: {
    status: 403,
    title: { et: 'Enda toimikut ei saa muuta', en: 'Not one’s own file', ru: 'Нельзя менять собственное дело' },
    detail: {
      et: 'See on teie enda toimik. Seda muudab teie kolleeg.',
      en: 'This is your own file. A colleague changes it.',
      ru: 'Это ваше собственное дело. Его меняет коллега.',
    },
    operator: 'INV-65, HMS § 10: a worker does not process their own file.',
  },
  CLIENT_FILE_READ_ONLY: {
    status: 403,
    title: { et: 'Toimikut saab ainult vaadata', en: 'The file can only be read', ru: 'Дело доступно только для просмотра' },
    detail: {
      et: 'Toimikut täiendab asutus, kellel on isiku kohta midagi menetluses. Muutmiseks registreerige pöördumine.',
      en: 'A file is kept by an institution with something under way about the person. To change it, register an intake.',
      ru: 'Дело ведёт учреждение, у которого есть производство по лицу. Чтобы изменить, зарегистрируйте обращение.',
    },
    operator: 'The institution’s proceedings about the person are over, or the worker was let in to look (REQ-049, REQ-143).',
  },
  MERGE_SAME_FILE: {
    status: 409,
    title: { et: 'See on sama toimik', en: 'It is the same file', ru: 'Это одно и то же дело' },
    detail: {
      et: 'Mõlemad viited viivad samale toimikule.',
      en: 'Both lead to the same file already.',
      ru: 'Обе ссылки ведут к одному делу.',
    },
    operator: 'The two ids lead to one file: the same, or merged already.',
  },
  MERGE_WRONG_WAY: {
    status: 409,
    title: { et: 'Ühendage teisipidi', en: 'Merge the other way round', ru: 'Объедините наоборот' },
    detail: {
      et: 'Alles jääb isikukoodiga toimik. Ühendage isikukoodita toimik sellega.',
      en: 'The file with the personal code stays. Merge the one without into it.',
      ru: 'Остаётся дело с личным кодом. Присоедините к нему дело без кода.',
    },
    operator: 'The file that would go has a personal code, the one that would stay has none.',
  },
  MERGE_NEEDS_REGISTRY_MANAGER: {
    status: 403,
    title: { et: 'Ühendada saab registripidaja', en: 'The registry manager merges these', ru: 'Объединяет распорядитель регистра' },
    detail: {
      et: 'Mõlemal toimikul on isikukood. Pöörduge registripidaja poole.',
      en: 'Both files have a personal code. Turn to the registry manager.',
      ru: 'У обоих дел есть личный код. Обратитесь к распорядителю регистра.',
    },
    operator: 'Two personal codes are two people until REGISTRY_MANAGER says otherwise, with a justification.',
  },
  MERGE_RELATED: {
    status: 409,
    title: { et: 'Toimikud on kahe inimese omad', en: 'The files are of two people', ru: 'Дела двух разных людей' },
    detail: {
      et: 'Üks on märgitud teise võrgustikku või leibkonda. Parandage kõigepealt see.',
      en: 'One stands in the other’s network or household. Correct that first.',
      ru: 'Один указан в сети или домохозяйстве другого. Сначала исправьте это.',
    },
    operator: 'The files themselves say that these are two people.',
  },
  MERGE_SUBJECT_TWICE: {
    status: 409,
    title: { et: 'Mõlemad on ühes menetluses', en: 'Both are in one proceeding', ru: 'Оба в одном производстве' },
    detail: {
      et: 'Mõlemad on osalised pooleliolevas pöördumises või menetluses. Lõpetage see kõigepealt.',
      en: 'Both are subjects of an intake or proceeding that is under way. End it first.',
      ru: 'Оба участвуют в незавершённом обращении или производстве. Сначала завершите его.',
    },
    operator: 'Merged, one person would be a subject twice (INV-09).',
  },
  MERGE_UNDER_WAY: {
    status: 409,
    title: { et: 'Toimikuga on midagi pooleli', en: 'Something is under way', ru: 'Есть незавершённое дело' },
    detail: {
      et: 'Ühendatava toimiku menetlused ja pöördumised peavad enne olema lõpetatud.',
      en: 'The proceedings and intakes of the file that goes must have ended first.',
      ru: 'Производства и обращения присоединяемого дела должны быть завершены.',
    },
    operator: 'Registers have been asked by the personal code of the file that goes; what was asked stays with it.',
  },
});
