import { defineErrors } from '../../platform/index.ts';

export const evidenceErrors = defineErrors({
  EVIDENCE_NOT_YOURS: {
    status: 403,
    title: { et: 'Ei ole teie menetlus', en: 'Not your proceeding', ru: 'Не ваше производство' },
    detail: {
      et: 'Tõendusmaterjali laadib alla menetluse menetleja. Vajaduse korral laske menetlus endale suunata.',
      en: 'Evidence is exported by whoever is in charge of the proceeding. Have it given to you where that is needed.',
      ru: 'Доказательный материал выгружает тот, кто ведёт производство. При необходимости попросите передать его вам.',
    },
    operator: 'The caller’s institution has the proceeding, and another worker is in charge of it.',
  },
  EVIDENCE_NOT_SIGNED: {
    status: 503,
    title: { et: 'Allkirjastamine ei ole seadistatud', en: 'Nothing to sign with', ru: 'Подписание не настроено' },
    detail: {
      et: 'Tõendusmaterjali ei saa praegu alla laadida, sest süsteemil puudub e-tempel. Pöörduge kasutajatoe poole.',
      en: 'Evidence cannot be exported now, since the system has no e-seal. Please turn to the support.',
      ru: 'Выгрузить доказательный материал сейчас нельзя: у системы нет электронной печати. Обратитесь в службу поддержки.',
    },
    operator: 'Set `seal` in the configuration: the certificate and key by which evidence is signed.',
  },
  EVIDENCE_TOO_LARGE: {
    status: 422,
    title: { et: 'Liiga mahukas', en: 'Too large', ru: 'Слишком большой объём' },
    detail: {
      et: 'Menetluse dokumendid on kokku liiga mahukad. Laadige need alla ükshaaval.',
      en: 'The documents of the proceeding are too large together. Take them one by one.',
      ru: 'Документы производства вместе слишком велики. Скачайте их по одному.',
    },
    operator: 'More bytes of documents than BYTES_AT_MOST of src/register/evidence: a plain ZIP file holds 4 GiB.',
  },
});
