import type { Text } from '../../platform/index.ts';

const said = (et: string, en: string, ru: string): Text => ({ et, en, ru });

/** What stands on every page. */
export const STAMP = {
  /** As the law calls it (AvTS § 41 lg 2). */
  classification: 'Asutusesiseseks kasutamiseks',
  meaning: said('asutusesiseseks kasutamiseks', 'for internal use only', 'для служебного пользования'),
  number: said('Väljatrükk', 'Print-out', 'Распечатка'),
  page: said('lk', 'page', 'стр.'),
  /** Where there is nothing to tell of. */
  none: said('Puuduvad.', 'None.', 'Нет.'),
} as const;

/** The words of print-outs. */
export const WORDS = {
  intake: said('Pöördumine', 'Intake', 'Обращение'),
  proceeding: said('Menetlus', 'Proceeding', 'Производство'),
  file: said('Väljavõte klienditoimikust', 'Extract of a client file', 'Выписка из дела клиента'),
  general: said('Üldandmed', 'General', 'Общие данные'),
  person: said('Isik', 'Person', 'Лицо'),
  subjects: said('Isikud', 'Persons', 'Лица'),
  contactPerson: said('Pöörduja', 'Who turned to us', 'Обратившийся'),
  intakes: said('Pöördumised', 'Intakes', 'Обращения'),
  course: said('Menetluskäik', 'Course of the proceeding', 'Ход производства'),
  queries: said('Päringud teistesse andmekogudesse', 'Queries to other registers', 'Запросы в другие регистры'),
  links: said('Viited', 'Links', 'Ссылки'),
  accounts: said('Arvelduskontod', 'Bank accounts', 'Расчётные счета'),
  network: said('Võrgustik', 'Network', 'Социальная сеть'),
  household: said('Leibkond', 'Household', 'Домохозяйство'),
  lines: said('Kanded ja toimingud', 'Entries and actions', 'Записи и действия'),

  number: said('Number', 'Number', 'Номер'),
  kind: said('Liik', 'Kind', 'Вид'),
  channel: said('Viis', 'Channel', 'Способ'),
  state: said('Olek', 'State', 'Состояние'),
  received: said('Vastu võetud', 'Received', 'Принято'),
  registeredBy: said('Registreeris', 'Registered by', 'Зарегистрировал'),
  opened: said('Algatatud', 'Opened', 'Открыто'),
  closed: said('Lõpetatud', 'Closed', 'Завершено'),
  closeReason: said('Lõpetamise põhjus', 'Reason of closing', 'Причина завершения'),
  endedReason: said('Põhjus', 'Reason', 'Причина'),
  owner: said('Menetleja', 'In charge', 'Ведёт'),
  institution: said('Asutus', 'Institution', 'Учреждение'),
  problem: said('Probleemi kirjeldus', 'Problem', 'Описание проблемы'),
  actualAddress: said('Tegelik elukoht', 'Actual address', 'Фактическое место жительства'),
  residence: said('Elukoht rahvastikuregistris', 'Registered residence', 'Место жительства по регистру'),
  socialStatus: said('Sotsiaalne seisund', 'Social status', 'Социальное положение'),
  asOf: said('Seisuga', 'As of', 'По состоянию на'),
  lastSituation: said('Viimase menetluse andmed', 'By the last proceeding', 'По последнему производству'),

  name: said('Nimi', 'Name', 'Имя'),
  code: said('Isikukood või STARi kood', 'Personal code or STAR’s code', 'Личный код или код STAR'),
  birthDate: said('Sünniaeg', 'Date of birth', 'Дата рождения'),
  sex: said('Sugu', 'Sex', 'Пол'),
  citizenship: said('Kodakondsus', 'Citizenship', 'Гражданство'),
  role: said('Roll', 'Role', 'Роль'),
  relation: said('Seos', 'Relation', 'Связь'),
  phone: said('Telefon', 'Telephone', 'Телефон'),
  email: said('E-post', 'E-mail', 'Эл. почта'),
  anonymous: said('anonüümne', 'anonymous', 'анонимно'),
  withheld: said('teataja andmeid ei avaldata', 'not disclosed', 'не разглашается'),
  owning: said('Omanik', 'Owner', 'Владелец'),
  account: said('Konto', 'Account', 'Счёт'),
  validFrom: said('Alates', 'From', 'С'),
  source: said('Allikas', 'Source', 'Источник'),

  when: said('Aeg', 'Time', 'Время'),
  what: said('Mis', 'What', 'Что'),
  who: said('Kes', 'Who', 'Кто'),
  content: said('Sisu', 'Content', 'Содержание'),
  planned: said('tähtaeg', 'due', 'срок'),
  done: said('tehtud', 'done', 'сделано'),
  corrects: said('parandab kannet ajast', 'corrects the entry of', 'исправляет запись от'),
  register: said('Andmekogu ja päring', 'Register and query', 'Регистр и запрос'),
  aboutWhom: said('Isik', 'Person', 'Лицо'),
  outcome: said('Tulemus', 'Outcome', 'Результат'),
  evidence: said('X-tee tunnus ja päringu räsi', 'X-tee id and hash of the request', 'Идентификатор X-tee и хеш запроса'),
  title: said('Nimetus', 'Title', 'Название'),
  address: said('Aadress', 'Address', 'Адрес'),
} as const;
