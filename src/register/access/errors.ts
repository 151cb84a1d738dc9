import { defineErrors } from '../../platform/index.ts';

export const accessErrors = defineErrors({
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
    operator: 'One account per person; a person who works in several institutions has several memberships.',
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
