import { defineErrors } from '../../platform/index.ts';

/** What may go wrong where the state vouches for somebody: at TARA, by ID-card. Who it is, is then no secret to themselves: they are told what is wrong. */
export const identityErrors = defineErrors({
  SIGN_IN_METHOD_OFF: {
    status: 404,
    title: { et: 'Seda sisselogimisviisi ei pakuta', en: 'This way of signing in is not offered', ru: 'Этот способ входа не предлагается' },
    detail: {
      et: 'Siin nii sisse logida ei saa. Valige teine viis.',
      en: 'You cannot sign in this way here. Choose another one.',
      ru: 'Здесь так войти нельзя. Выберите другой способ.',
    },
    operator: 'Nothing is configured for it (docs/operations.md, sign-in).',
  },
  ACCOUNT_MISSING: {
    status: 403,
    title: { et: 'Kontot ei ole', en: 'No account', ru: 'Нет учётной записи' },
    detail: {
      et: 'Teie isik on tuvastatud, aga teil ei ole STARis kontot. Pöörduge oma asutuse administraatori poole.',
      en: 'It is known who you are, but you have no account in STAR. Turn to your institution’s administrator.',
      ru: 'Ваша личность установлена, но у вас нет учётной записи в STAR. Обратитесь к администратору своего учреждения.',
    },
    operator: 'The personal code that was vouched for is no account’s.',
  },
  ACCOUNT_INACTIVE: {
    status: 403,
    title: { et: 'Juurdepääs on lõppenud', en: 'Access has ended', ru: 'Доступ прекращён' },
    detail: {
      et: 'Teil ei ole enam üheski asutuses juurdepääsu. Pöörduge oma asutuse administraatori poole.',
      en: 'You have no access in any institution any more. Turn to your institution’s administrator.',
      ru: 'У вас больше нет доступа ни в одном учреждении. Обратитесь к администратору своего учреждения.',
    },
    operator: 'Every employee record of the person is inactive.',
  },
  AUTH_LEVEL_TOO_LOW: {
    status: 403,
    title: { et: 'Isikutuvastuse tase on liiga madal', en: 'Not sure enough', ru: 'Недостаточный уровень подтверждения личности' },
    detail: {
      et: 'Selle vahendiga siia sisse logida ei saa. Kasutage ID-kaarti, Mobiil-ID-d või Smart-ID-d.',
      en: 'You cannot sign in here by this means. Use your ID-card, Mobile-ID or Smart-ID.',
      ru: 'Этим средством сюда войти нельзя. Используйте ID-карту, Mobiil-ID или Smart-ID.',
    },
    operator: 'The level (acr) that TARA tells is below tara.level, or it tells none.',
  },
  ID_CARD_MISSING: {
    status: 401,
    title: { et: 'ID-kaarti ei esitatud', en: 'No ID-card', ru: 'ID-карта не предъявлена' },
    detail: {
      et: 'Pange ID-kaart lugejasse, valige isikutuvastuse sertifikaat ja sisestage PIN1. Vajadusel sulgege enne veebilehitseja.',
      en: 'Put your ID-card into the reader, choose its certificate for authentication and enter PIN1. Close the browser first if it does not ask.',
      ru: 'Вставьте ID-карту в считыватель, выберите сертификат для аутентификации и введите PIN1. При необходимости сначала закройте браузер.',
    },
    operator:
      'No Client-Cert header (RFC 9440) came from a trusted proxy: the browser has shown no certificate, or http.trustedProxies does not name who sent it.',
  },
  ID_CARD_NOT_ACCEPTED: {
    status: 401,
    title: { et: 'Kaarti ei aktsepteerita', en: 'Card not accepted', ru: 'Карта не принимается' },
    detail: {
      et: 'Selle kaardi või sertifikaadiga siia sisse logida ei saa. Valige ID-kaardi isikutuvastuse sertifikaat.',
      en: 'You cannot sign in with this card or certificate. Choose the ID-card’s certificate for authentication.',
      ru: 'С этой картой или сертификатом войти нельзя. Выберите сертификат ID-карты для аутентификации.',
    },
    operator:
      'The audit line’s reason: unreadable, issuer (none of idCard.authorities), usage (not for authentication), subject (no personal code of Estonia).',
  },
  ID_CARD_EXPIRED: {
    status: 401,
    title: { et: 'Sertifikaat ei kehti', en: 'Certificate not valid now', ru: 'Срок действия сертификата истёк' },
    detail: {
      et: 'Teie ID-kaardi sertifikaat on aegunud. Uuendage kaart või logige sisse teisiti.',
      en: 'Your ID-card’s certificate has expired. Renew the card, or sign in another way.',
      ru: 'Срок действия сертификата вашей ID-карты истёк. Обновите карту или войдите другим способом.',
    },
    operator: 'The card’s certificate, or its authority’s, is not valid at this time: look at the clock too.',
  },
  ID_CARD_REVOKED: {
    status: 401,
    title: { et: 'Sertifikaat on tühistatud', en: 'Certificate revoked', ru: 'Сертификат отозван' },
    detail: {
      et: 'Teie ID-kaardi sertifikaat on tühistatud või peatatud. Abi saab numbrilt 1777.',
      en: 'Your ID-card’s certificate is revoked or suspended. Help: telephone 1777.',
      ru: 'Сертификат вашей ID-карты отозван или приостановлен. Помощь по телефону 1777.',
    },
    operator: 'The authority’s OCSP responder says revoked, or does not know the certificate (REQ-243).',
  },
  ID_CARD_NOT_CHECKED: {
    status: 503,
    title: { et: 'Kaarti ei saa praegu kontrollida', en: 'Card cannot be checked now', ru: 'Карту сейчас нельзя проверить' },
    detail: {
      et: 'Sertifikaadi kehtivust ei õnnestunud kontrollida. Proovige mõne minuti pärast uuesti või logige sisse teisiti.',
      en: 'Whether your certificate is still good could not be checked. Try again in some minutes, or sign in another way.',
      ru: 'Не удалось проверить действительность сертификата. Повторите через несколько минут или войдите другим способом.',
    },
    operator:
      'The OCSP responder of idCard.authorities is away (reason responder), or its answer is not fresh, not signed by who may, not about the certificate or not to our question (answer). Nobody is let in unchecked.',
  },
  TARA_CANCELLED: {
    status: 401,
    title: { et: 'Sisselogimine katkestati', en: 'Turned back', ru: 'Вход прерван' },
    detail: {
      et: 'Katkestasite isikutuvastuse. Soovi korral alustage uuesti.',
      en: 'You turned back before it was known who you are. Begin anew if you like.',
      ru: 'Вы прервали подтверждение личности. При желании начните заново.',
    },
    operator: 'TARA answered user_cancel or access_denied.',
  },
  TARA_REFUSED: {
    status: 502,
    title: { et: 'Autentimisteenus keeldus', en: 'Refused by the authentication service', ru: 'Отказ службы аутентификации' },
    detail: {
      et: 'Riigi autentimisteenus ei võtnud päringut vastu. Proovige uuesti või logige sisse teisiti.',
      en: 'The state’s authentication service did not accept our request. Try again, or sign in another way.',
      ru: 'Государственная служба аутентификации отклонила запрос. Повторите попытку или войдите другим способом.',
    },
    operator:
      'TARA answered an error of OAuth; the audit line’s reason names it. invalid_client: tara.clientId or the secret; invalid_scope: what is agreed with RIA.',
  },
  TARA_UNAVAILABLE: {
    status: 503,
    title: { et: 'Autentimisteenus ei vasta', en: 'Authentication service away', ru: 'Служба аутентификации не отвечает' },
    detail: {
      et: 'Riigi autentimisteenus ei vasta. Proovige mõne minuti pärast uuesti või logige sisse teisiti.',
      en: 'The state’s authentication service does not answer. Try again in some minutes, or sign in another way.',
      ru: 'Государственная служба аутентификации не отвечает. Повторите через несколько минут или войдите другим способом.',
    },
    operator: 'tara.issuer is not to be reached, or what is there is not TARA. Status: https://www.ria.ee.',
  },
  TARA_ANSWER_INVALID: {
    status: 401,
    title: { et: 'Autentimisvastus ei kehti', en: 'Invalid answer', ru: 'Недействительный ответ' },
    detail: {
      et: 'Autentimisteenuse vastus ei läinud kontrollist läbi. Alustage uuesti.',
      en: 'The answer of the authentication service did not pass our checks. Begin anew.',
      ru: 'Ответ службы аутентификации не прошёл проверку. Начните заново.',
    },
    operator:
      'The identity token is not TARA’s, not for us, not of this sign-in, or not of a person of Estonia; the audit line’s reason names the claim.',
  },
  TARA_SIGN_IN_UNKNOWN: {
    status: 401,
    title: { et: 'Alustage sisselogimist uuesti', en: 'Begin to sign in anew', ru: 'Начните вход заново' },
    detail: {
      et: 'See sisselogimine on juba lõpetatud, aegunud või alustatud teises brauseris. Alustage uuesti.',
      en: 'This sign-in has been finished, is too old, or was begun in another browser. Begin anew.',
      ru: 'Этот вход уже завершён, устарел или начат в другом браузере. Начните заново.',
    },
    operator: 'No sign-in is under way that fits the browser’s cookie and the state. Often: an answer was sent twice.',
  },
});
