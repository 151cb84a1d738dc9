import { defineErrors } from '../../platform/index.ts';
import { identityErrors } from './identity-errors.ts';

export const accessErrors = defineErrors({
  ...identityErrors,
  SIGN_IN_REFUSED: {
    status: 401,
    title: { et: 'Sisselogimine ebaõnnestus', en: 'Sign-in refused', ru: 'Вход не выполнен' },
    detail: {
      et: 'Kasutajanimi või parool on vale või konto on lukus. Proovige 15 minuti pärast uuesti või pöörduge oma asutuse administraatori poole.',
      en: 'The user name or password is wrong, or the account is locked. Try again in 15 minutes or turn to your administrator.',
      ru: 'Неверное имя пользователя или пароль, либо учётная запись заблокирована. Попробуйте через 15 минут или обратитесь к администратору.',
    },
    operator: 'Deliberately one answer for unknown user, wrong password, locked and inactive account; the audit log tells which.',
  },
  INSTITUTION_REQUIRED: {
    status: 422,
    title: { et: 'Valige asutus', en: 'Choose an institution', ru: 'Выберите учреждение' },
    detail: {
      et: 'Töötate mitmes asutuses. Valige, millises neist praegu tegutsete.',
      en: 'You work in several institutions. Choose the one you act in now.',
      ru: 'Вы работаете в нескольких учреждениях. Выберите, в каком вы сейчас действуете.',
    },
    operator: 'X-Institution must name one of the person’s institutions.',
  },
  ROLE_NOT_ALLOWED_FOR_INSTITUTION_TYPE: {
    status: 422,
    title: { et: 'Roll ei sobi asutusele', en: 'Role not of this kind of institution', ru: 'Роль не подходит учреждению' },
    detail: {
      et: 'Seda liiki asutuses sellist rolli ei ole. Valige vähemalt üks asutuse rollidest.',
      en: 'This kind of institution has no such role. Choose at least one of its own.',
      ru: 'В учреждении такого типа нет этой роли. Выберите хотя бы одну из его ролей.',
    },
    operator: 'Each kind of institution has its own list of roles (REQ-005, REQ-007).',
  },
  USER_EXISTS: {
    status: 409,
    title: { et: 'Konto on juba olemas', en: 'Account exists', ru: 'Учётная запись уже существует' },
    detail: {
      et: 'Sellise kasutajanime või isikukoodiga konto on juba olemas.',
      en: 'There is an account with this user name or personal code already.',
      ru: 'Учётная запись с таким именем или личным кодом уже существует.',
    },
    operator:
      'One account per person, one record in each institution. A user name is one person’s; somebody who has left is given access back instead.',
  },
  REGISTRY_MANAGER_EXISTS: {
    status: 409,
    title: { et: 'Registri juht on olemas', en: 'There is a registry manager', ru: 'Руководитель регистра уже есть' },
    detail: {
      et: 'Esimese konto saab avada ainult paigalduses, kus registri juhti ei ole olnud. Edasi annab ligipääsu tema.',
      en: 'A first account is opened only in an installation that has had no registry manager. From then on they give access.',
      ru: 'Первую учётную запись открывают только там, где руководителя регистра ещё не было. Дальше доступ даёт он.',
    },
    operator: 'accounts:first was called again. Where nobody can sign in as the registry manager any more, support resets the password.',
  },
  CLIENT_WORK_NOT_JUSTIFIED: {
    status: 422,
    title: { et: 'Klienditöö on põhjendamata', en: 'Client work not justified', ru: 'Работа с клиентами не обоснована' },
    detail: {
      et: 'Sotsiaaltöötaja rolli saab ainult töötaja, kelle tööülesanded hõlmavad klienditööd. Märkige see ja põhjendage.',
      en: 'Only a worker whose duties include client work is given the role of social worker. Say so, and why.',
      ru: 'Роль социального работника получает только тот, чьи обязанности включают работу с клиентами. Отметьте это и обоснуйте.',
    },
    operator: 'SOCIAL_WORKER needs dutiesIncludeClientWork and a justification (REQ-112); the access review shows it.',
  },
  USER_NOT_FOUND: {
    status: 404,
    title: { et: 'Töötajat ei leitud', en: 'Worker not found', ru: 'Работник не найден' },
    detail: {
      et: 'Teie asutuses sellist töötajat ei ole.',
      en: 'Your institution has no such worker.',
      ru: 'В вашем учреждении нет такого работника.',
    },
    operator: 'No employee record of that user in the institution; another institution’s is not there.',
  },
  USER_INACTIVE: {
    status: 409,
    title: { et: 'Töötajakirje ei ole aktiivne', en: 'Worker has left', ru: 'Запись работника неактивна' },
    detail: {
      et: 'Töötaja juurdepääs on lõpetatud. Taastage see enne muutmist.',
      en: 'The worker’s access has ended. Give it back before you change it.',
      ru: 'Доступ работника прекращён. Восстановите его перед изменением.',
    },
    operator: 'The employee record is inactive.',
  },
  USER_ACTIVE: {
    status: 409,
    title: { et: 'Töötajakirje on aktiivne', en: 'Worker is active', ru: 'Запись работника активна' },
    detail: { et: 'Töötajal on juurdepääs olemas.', en: 'The worker has access.', ru: 'У работника есть доступ.' },
    operator: 'Only an inactive employee record is reactivated.',
  },
  USER_WORKS_ELSEWHERE: {
    status: 409,
    title: { et: 'Töötab ka mujal', en: 'Works elsewhere too', ru: 'Работает и в другом учреждении' },
    detail: {
      et: 'Töötaja nimi ja parool kehtivad ka teises asutuses. Neid muudab teenusetugi allkirjastatud taotluse alusel.',
      en: 'The worker’s name and password hold in another institution too. The support changes them, by a signed request.',
      ru: 'Имя и пароль работника действуют и в другом учреждении. Их меняет служба поддержки по подписанному заявлению.',
    },
    operator:
      'Whoever could set the password would be that person in the other institution too. Support does it by an access request (REQ-010).',
  },
  USER_IS_KEPT: {
    status: 405,
    title: { et: 'Töötajakirjet ei kustutata', en: 'Records are kept', ru: 'Записи не удаляются' },
    detail: {
      et: 'Töötajakirje jääb alles. Lahkunu juurdepääsu lõpetamiseks muutke kirje mitteaktiivseks.',
      en: 'An employee’s record is kept. To end the access of somebody who leaves, deactivate it.',
      ru: 'Запись работника сохраняется. Чтобы прекратить доступ ушедшего, сделайте запись неактивной.',
    },
    operator: 'REQ-106: POST .../deactivate.',
  },
  PASSWORD_CHANGE_REQUIRED: {
    status: 403,
    title: { et: 'Vahetage parool', en: 'Change your password', ru: 'Смените пароль' },
    detail: {
      et: 'Parool on administraatori antud või aegunud. Valige kõigepealt uus parool.',
      en: 'The password was given by an administrator or is too old. Choose a new one first.',
      ru: 'Пароль выдан администратором или устарел. Сначала выберите новый.',
    },
    operator: 'The session is limited to POST /api/v1/me/password (REQ-100, REQ-115).',
  },
  TERMS_NOT_ACCEPTED: {
    status: 403,
    title: { et: 'Nõustuge kasutustingimustega', en: 'Accept the terms of use', ru: 'Примите условия использования' },
    detail: {
      et: 'Lugege süsteemi kasutustingimusi ja nõustuge nendega. Siis saate jätkata.',
      en: 'Read the terms of use and accept them. Then you can go on.',
      ru: 'Прочитайте условия использования и примите их. Затем можно продолжить.',
    },
    operator: 'The session is limited to GET /api/v1/terms and POST /api/v1/me/terms/{version} (REQ-101).',
  },
  PROFILE_INCOMPLETE: {
    status: 403,
    title: { et: 'Sisestage enda andmed', en: 'Fill in your own data', ru: 'Внесите данные о себе' },
    detail: {
      et: 'Sisestage oma haridustase ja kontaktandmed. Siis saate jätkata.',
      en: 'Fill in your education level and contacts. Then you can go on.',
      ru: 'Внесите свой уровень образования и контактные данные. Затем можно продолжить.',
    },
    operator: 'The session is limited to PUT /api/v1/me/profile (REQ-102).',
  },
  TERMS_NOT_CURRENT: {
    status: 409,
    title: { et: 'Tingimused on muutunud', en: 'The terms have changed', ru: 'Условия изменились' },
    detail: {
      et: 'See versioon ei kehti. Lugege kehtivaid kasutustingimusi.',
      en: 'This version is not in force. Read the one that is.',
      ru: 'Эта версия не действует. Прочитайте действующую.',
    },
    operator: 'Only the newest terms can be accepted: GET /api/v1/terms has its version.',
  },
  PASSWORD_NOT_NEW: {
    status: 422,
    title: { et: 'Parool on sama', en: 'The same password', ru: 'Пароль тот же' },
    detail: {
      et: 'Uus parool peab praegusest erinema.',
      en: 'The new password must differ from the present one.',
      ru: 'Новый пароль должен отличаться от текущего.',
    },
    operator: 'The new password is the present one.',
  },
  SESSION_LOCKED: {
    status: 401,
    title: { et: 'Ekraan on lukus', en: 'The screen is locked', ru: 'Экран заблокирован' },
    detail: {
      et: 'Ekraan on lukustatud. Jätkamiseks avage see samal viisil, nagu sisse logisite.',
      en: 'The screen is locked. To go on, unlock it in the way in which you signed in.',
      ru: 'Экран заблокирован. Чтобы продолжить, разблокируйте его тем же способом, каким вы вошли.',
    },
    operator: 'POST /api/v1/sessions/current/unlock, by the password, TARA or the ID-card (REQ-120).',
  },
  SCREEN_OF_ANOTHER: {
    status: 403,
    title: { et: 'Teise inimese ekraan', en: 'Somebody else’s screen', ru: 'Экран другого пользователя' },
    detail: {
      et: 'Selle ekraani lukustas teine inimene ja ainult tema saab selle avada. Enda nimel töötamiseks logige enne välja.',
      en: 'Somebody else has locked this screen, and only they can unlock it. To work as yourself, sign out first.',
      ru: 'Этот экран заблокировал другой человек, и разблокировать его может только он. Чтобы работать от своего имени, сначала выйдите.',
    },
    operator:
      'TARA or the ID-card vouches for another personal code than that of the session’s person. The audit line names the session’s.',
  },
  UNLOCK_OTHERWISE: {
    status: 403,
    title: { et: 'Avage ekraan teisiti', en: 'Unlock it in another way', ru: 'Разблокируйте экран иначе' },
    detail: {
      et: 'Nii seda ekraani avada ei saa: sisse logisite kindlamal viisil. Kasutage sama viisi või logige välja ja uuesti sisse.',
      en: 'This screen cannot be unlocked so: you signed in in a surer way. Use that one, or sign out and in again.',
      ru: 'Так этот экран не разблокировать: вы вошли более надёжным способом. Используйте его или выйдите и войдите снова.',
    },
    operator: 'A password opens only what a password has begun; TARA and ID-card what was begun at no higher level (docs/access.md).',
  },
  SESSION_MISSING: {
    status: 401,
    title: { et: 'Logige sisse', en: 'Sign in', ru: 'Войдите в систему' },
    detail: { et: 'Selleks toiminguks on vaja sisse logida.', en: 'This needs a signed-in user.', ru: 'Для этого нужно войти в систему.' },
    operator: 'No star_session cookie and no bearer token, or one that is unknown.',
  },
  SESSION_EXPIRED: {
    status: 401,
    title: { et: 'Seanss on aegunud', en: 'Session expired', ru: 'Сеанс истёк' },
    detail: {
      et: 'Olite üle 30 minuti eemal. Logige uuesti sisse.',
      en: 'You were away for more than 30 minutes. Sign in again.',
      ru: 'Вы отсутствовали более 30 минут. Войдите снова.',
    },
    operator: 'Idle for 30 minutes or older than 12 hours.',
  },
  FORBIDDEN: {
    status: 403,
    title: { et: 'Teie roll ei luba seda', en: 'Your role may not do this', ru: 'Ваша роль не позволяет этого' },
    detail: {
      et: 'Teie roll ei anna selleks õigust. Pöörduge oma asutuse STARi administraatori poole.',
      en: 'Your role gives no right to this. Turn to the STAR administrator of your institution.',
      ru: 'Ваша роль не даёт на это права. Обратитесь к администратору STAR вашего учреждения.',
    },
    operator: 'The route does not name any role of the caller; every refusal is in the audit log.',
  },
  REQUEST_REQUIRED: {
    status: 403,
    title: { et: 'Vaja on kinnitatud taotlust', en: 'An approved request is needed', ru: 'Нужно утверждённое заявление' },
    detail: {
      et: 'Teise asutuse eest tegutsete ainult kinnitatud taotluse alusel ja selle piires. Märkige taotlus.',
      en: 'You act for another institution by an approved request alone, and as far as it goes. Name the request.',
      ru: 'За другое учреждение вы действуете только на основании утверждённого заявления и в его пределах. Укажите заявление.',
    },
    operator:
      'No access request was named, or it is not approved, not about this person, not of a type that permits this, or older than it holds (REQ-010).',
  },
  ACCESS_REQUEST_INCOMPLETE: {
    status: 422,
    title: { et: 'Taotlus ei ole täielik', en: 'Incomplete request', ru: 'Неполное заявление' },
    detail: {
      et: 'Taotluses peavad olema märgitud väljad.',
      en: 'The request must state the marked fields.',
      ru: 'В заявлении должны быть указаны отмеченные поля.',
    },
    operator: 'REQ-004, REQ-008, REQ-010: name, personal code, job title, roles, e-mail and signature; a deactivation the user name.',
  },
  SIGNED_DOCUMENT_UNKNOWN: {
    status: 422,
    title: { et: 'Allkirjastatud dokumenti ei ole', en: 'No such signed document', ru: 'Нет такого подписанного документа' },
    detail: {
      et: 'Laadige allkirjastatud taotlus kõigepealt üles ja märkige see siis.',
      en: 'Bring the signed request first, and name it then.',
      ru: 'Сначала загрузите подписанное заявление, затем укажите его.',
    },
    operator: 'signature.documentId names nothing that the caller has brought by POST /api/v1/signed-documents.',
  },
  SIGNER_NOT_IN_DOCUMENT: {
    status: 422,
    title: { et: 'Sellist allkirja dokumendil ei ole', en: 'No such signature in the document', ru: 'Такой подписи в документе нет' },
    detail: {
      et: 'Märgitud inimene ei ole dokumenti allkirjastanud. Kirjutage nimi nii, nagu see on allkirjas.',
      en: 'The person marked has not signed the document. Write the name as it stands in the signature.',
      ru: 'Указанный человек документ не подписывал. Напишите имя так, как оно стоит в подписи.',
    },
    operator: 'signature.signers names somebody whose signature SiVa has not found in the container.',
  },
  HEAD_SIGNATURE_REQUIRED: {
    status: 422,
    title: { et: 'Asutuse juhi allkiri puudub', en: 'Signature of the head missing', ru: 'Нет подписи руководителя' },
    detail: {
      et: 'Taotluse allkirjastab asutuse juht või tema volitatud isik.',
      en: 'The request is signed by the head of the institution or somebody authorised.',
      ru: 'Заявление подписывает руководитель учреждения или уполномоченное им лицо.',
    },
    operator: 'REQ-004: no signer of the document is the head or authorised.',
  },
  SECOND_SIGNATURE_REQUIRED: {
    status: 422,
    title: { et: 'Teine allkiri puudub', en: 'Second signature missing', ru: 'Нет второй подписи' },
    detail: {
      et: 'Taotluse allkirjastavad nii taotleja kui ka asutuse juht.',
      en: 'The request is signed both by the applicant and by the head of the institution.',
      ru: 'Заявление подписывают и заявитель, и руководитель учреждения.',
    },
    operator:
      'REQ-054, REQ-055, REQ-099: DUAL_SIGNATURE wants the signature of whom the request is about, by their personal code, and a head who is somebody else.',
  },
  ACCESS_REQUEST_NOT_FOUND: {
    status: 404,
    title: { et: 'Taotlust ei leitud', en: 'Request not found', ru: 'Заявление не найдено' },
    detail: { et: 'Sellist taotlust ei ole.', en: 'There is no such request.', ru: 'Такого заявления нет.' },
    operator: 'Unknown access request.',
  },
  ACCESS_REQUEST_OWN: {
    status: 409,
    title: { et: 'Otsustab teine inimene', en: 'Somebody else decides', ru: 'Решает другой человек' },
    detail: {
      et: 'Enda sisestatud ega enda kohta käivat taotlust ise ei otsustata.',
      en: 'Nobody decides on a request that they have entered, or that is about them.',
      ru: 'Никто не решает по заявлению, которое сам внёс или которое касается его самого.',
    },
    operator: 'Two people stand behind each request: one enters it, another decides.',
  },
  ACCESS_REQUEST_DECIDED: {
    status: 409,
    title: { et: 'Taotlus on otsustatud', en: 'Decided already', ru: 'По заявлению уже решено' },
    detail: {
      et: 'Selle taotluse kohta on otsus tehtud.',
      en: 'This request has been decided on.',
      ru: 'По этому заявлению решение уже принято.',
    },
    operator: 'Of several who decide at once the first does.',
  },
  NETWORK_NOT_ALLOWED: {
    status: 403,
    title: { et: 'Sellest võrgust ei saa siseneda', en: 'Not from this network', ru: 'Вход из этой сети запрещён' },
    detail: {
      et: 'Asutus lubab STARi kasutada ainult määratud ruumides ja võrgus. Sisenege töökohalt.',
      en: 'Your institution lets STAR be used in designated rooms and networks alone. Sign in from your workplace.',
      ru: 'Учреждение разрешает использовать STAR только в определённых помещениях и сетях. Войдите с рабочего места.',
    },
    operator: 'The address is in none of the institution’s networks (REQ-116, REQ-117). Behind a proxy: does STAR_TRUSTED_PROXIES name it?',
  },
  NETWORK_INVALID: {
    status: 422,
    title: { et: 'Võrk on vigane', en: 'Invalid network', ru: 'Неверная сеть' },
    detail: {
      et: 'Sisestage võrgud kujul 192.0.2.0/24 või 2001:db8::/32.',
      en: 'Enter networks as 192.0.2.0/24 or 2001:db8::/32.',
      ru: 'Введите сети в виде 192.0.2.0/24 или 2001:db8::/32.',
    },
    operator: 'Not an address with a prefix length (CIDR).',
  },
  CROSS_SITE_REFUSED: {
    status: 403,
    title: { et: 'Päring tuli võõralt lehelt', en: 'Request from another site', ru: 'Запрос с чужого сайта' },
    detail: {
      et: 'Muudatus saadeti teiselt veebilehelt ja jäeti tegemata.',
      en: 'The change was sent from another web site and was not made.',
      ru: 'Изменение отправлено с другого сайта и не выполнено.',
    },
    operator: 'A write with the session cookie carried a foreign Origin or Sec-Fetch-Site.',
  },
});
