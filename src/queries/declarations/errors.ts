import { defineErrors } from '../../platform/index.ts';

/** Why a declaration is refused before anything leaves, and why its file cannot be had. */
export const declarationErrors = defineErrors({
  DECLARATION_MONTH_INVALID: {
    status: 422,
    title: {
      et: 'Selle kuu kohta ei saa veel deklareerida',
      en: 'This month cannot be declared yet',
      ru: 'За этот месяц ещё нельзя подать декларацию',
    },
    detail: {
      et: 'Deklareerida saab jooksva või varasema kuu väljamakseid. Kontrollige kuud.',
      en: 'Payments of this month or of an earlier one can be declared. Check the month.',
      ru: 'Можно декларировать выплаты текущего или более раннего месяца. Проверьте месяц.',
    },
    operator: 'The month has not begun. Nothing left the gateway.',
  },
  DECLARATION_FILE_INVALID: {
    status: 422,
    title: { et: 'Fail ei ole terve', en: 'The file is not whole', ru: 'Файл повреждён' },
    detail: {
      et: 'Fail ei jõudnud tervena kohale. Laadige see uuesti üles.',
      en: 'The file did not arrive whole. Upload it again.',
      ru: 'Файл пришёл не полностью. Загрузите его снова.',
    },
    operator: 'The front-end sent a file that is no base64 (RFC 4648, section 4, padded). Nothing left the gateway.',
  },
  DECLARATION_TOO_LARGE: {
    status: 422,
    title: { et: 'Fail on liiga suur', en: 'The file is too large', ru: 'Файл слишком большой' },
    detail: {
      et: 'Jagage deklaratsioon väiksemateks failideks või esitage see Maksu- ja Tolliameti e-teeninduses.',
      en: 'Divide the declaration into smaller files, or submit it in the tax board’s own e-services.',
      ru: 'Разделите декларацию на меньшие файлы или подайте её в э-услугах Налогово-таможенного департамента.',
    },
    operator: 'More bytes than fileAtMost of src/registries/mta/declarations.ts. Nothing left the gateway.',
  },
  DECLARATION_NOT_FOUND: {
    status: 404,
    title: { et: 'Deklaratsiooni ei leitud', en: 'Declaration not found', ru: 'Декларация не найдена' },
    detail: {
      et: 'Sellist deklaratsiooni teie asutusel ei ole.',
      en: 'Your institution has no such declaration.',
      ru: 'У вашего учреждения нет такой декларации.',
    },
    operator: 'Unknown declaration id, or one of another institution.',
  },
  DECLARATION_FILE_FORGOTTEN: {
    status: 410,
    title: { et: 'Deklaratsiooni fail on kustutatud', en: 'The declaration’s file is deleted', ru: 'Файл декларации удалён' },
    detail: {
      et: 'Faili hoitakse STARis 30 päeva pärast vastuvõtmist; tagasi lükatud faili ei hoita. Esitatud andmed on Maksu- ja Tolliametis.',
      en: 'STAR keeps a file for 30 days after it was accepted, and one that was refused not at all. What was declared is at the tax board.',
      ru: 'STAR хранит файл 30 дней после принятия, а отклонённый не хранит. Поданные данные есть в Налогово-таможенном департаменте.',
    },
    operator: 'The declaration’s data key was destroyed when it was refused or given up, or at the end of its retention.',
  },
});

export type DeclarationErrorCode = keyof typeof declarationErrors;
