import { defineErrors } from '../../platform/index.ts';

export const documentErrors = defineErrors({
  DOCUMENT_NOT_FOUND: {
    status: 404,
    title: { et: 'Dokumenti ei leitud', en: 'Document not found', ru: 'Документ не найден' },
    detail: {
      et: 'Selles menetluses sellist dokumenti ei ole.',
      en: 'The proceeding has no such document.',
      ru: 'В этом производстве нет такого документа.',
    },
    operator: 'Unknown id, a document of another proceeding, or one that retention has deleted.',
  },
  DOCUMENT_EMPTY: {
    status: 422,
    title: { et: 'Fail on tühi', en: 'Empty file', ru: 'Пустой файл' },
    detail: {
      et: 'Failis ei ole midagi. Valige teine fail.',
      en: 'There is nothing in the file. Choose another.',
      ru: 'Файл пуст. Выберите другой.',
    },
    operator: 'A file of no bytes was sent.',
  },
  DOCUMENT_TOO_LARGE: {
    status: 413,
    title: { et: 'Fail on liiga suur', en: 'File too large', ru: 'Слишком большой файл' },
    detail: {
      et: 'Faili suurus võib olla kuni 20 MiB. Jagage see osadeks või skaneerige väiksemalt.',
      en: 'A file has at most 20 MiB. Divide it, or scan it smaller.',
      ru: 'Размер файла не более 20 МиБ. Разделите его или отсканируйте с меньшим качеством.',
    },
    operator: 'More than DOCUMENT_BYTES_AT_MOST (docs/limits.md).',
  },
  DOCUMENT_TYPE_NOT_ALLOWED: {
    status: 422,
    title: { et: 'Sellist faili vastu ei võeta', en: 'Not a kind of file that is taken', ru: 'Файлы такого вида не принимаются' },
    detail: {
      et: 'Saatke PDF, pilt (JPEG, PNG, TIFF, HEIC) või tekst (UTF-8).',
      en: 'Send a PDF, a picture (JPEG, PNG, TIFF, HEIC) or text (UTF-8).',
      ru: 'Отправьте PDF, изображение (JPEG, PNG, TIFF, HEIC) или текст (UTF-8).',
    },
    operator: 'By its bytes the file is none of the allowed media types; what its sender calls it is not asked.',
  },
  DOCUMENT_INFECTED: {
    status: 422,
    title: { et: 'Failis on viirus', en: 'Virus in the file', ru: 'В файле вирус' },
    detail: {
      et: 'Failist leiti viirus. Faili ei salvestatud. Teatage saatjale ja oma asutuse IT-toele.',
      en: 'A virus was found in the file. It was not kept. Tell its sender, and your institution’s IT support.',
      ru: 'В файле найден вирус. Файл не сохранён. Сообщите отправителю и ИТ-поддержке учреждения.',
    },
    operator: 'ClamAV has found something; its own log says what.',
  },
  DOCUMENT_SCANNER_UNAVAILABLE: {
    status: 503,
    title: { et: 'Viirusekontroll ei tööta', en: 'Virus scanner unavailable', ru: 'Проверка на вирусы недоступна' },
    detail: {
      et: 'Faili ei saanud kontrollida ja seda ei salvestatud. Proovige mõne aja pärast uuesti.',
      en: 'The file could not be scanned and was not kept. Try again in a while.',
      ru: 'Файл не удалось проверить, он не сохранён. Попробуйте позже.',
    },
    operator: 'clamd does not answer at documents.clamd, or takes less than a document may have (StreamMaxLength of clamd.conf).',
  },
  DOCUMENT_WITHDRAWN: {
    status: 409,
    title: { et: 'Dokument on tagasi võetud', en: 'Document withdrawn', ru: 'Документ отозван' },
    detail: {
      et: 'Dokument on tagasi võetud ja seda enam ei väljastata. Põhjus on dokumendi andmetes.',
      en: 'The document was withdrawn and is given out no more. Its data say why.',
      ru: 'Документ отозван и больше не выдаётся. Причина указана в данных документа.',
    },
    operator: 'Withdrawn by a worker; its bytes are kept until retention deletes them.',
  },
  DOCUMENT_OF_DECISION: {
    status: 409,
    title: { et: 'Dokumendi põhjal on otsustatud', en: 'A decision stands on it', ru: 'По документу принято решение' },
    detail: {
      et: 'Dokument on otsuse alus ja seda ei saa tagasi võtta.',
      en: 'A decision was made on the document: it cannot be withdrawn.',
      ru: 'Документ является основанием решения, отозвать его нельзя.',
    },
    operator: 'A decision has locked the document (lockDocuments).',
  },
  DOCUMENT_UNREADABLE: {
    status: 500,
    title: { et: 'Dokumenti ei saa lugeda', en: 'Document cannot be read', ru: 'Документ не читается' },
    detail: {
      et: 'Dokumendi sisu on kadunud või rikutud. Teatage teenusetoele päringu number.',
      en: 'The document’s content is lost or spoiled. Tell the support the request’s number.',
      ru: 'Содержимое документа утеряно или повреждено. Сообщите поддержке номер запроса.',
    },
    operator:
      'The object store has nothing under the document’s id, or something else than was sealed: bring it back from a backup (docs/operations.md).',
  },
  DOCUMENT_STORE_UNAVAILABLE: {
    status: 503,
    title: { et: 'Dokumendihoidla ei ole kättesaadav', en: 'Document store unavailable', ru: 'Хранилище документов недоступно' },
    detail: {
      et: 'Proovige mõne aja pärast uuesti. Midagi ei salvestatud.',
      en: 'Try again in a while. Nothing was kept.',
      ru: 'Попробуйте позже. Ничего не сохранено.',
    },
    operator: 'The disk is full or not there, or the object storage does not answer or refuses us: see /console/health.',
  },
});
