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
      et: 'Saatke PDF, pilt (JPEG, PNG, TIFF, HEIC), tekst (UTF-8), makrodeta DOCX, XLSX, ODT või ODS, või digiallkirjastatud ASICE või BDOC.',
      en: 'Send a PDF, a picture (JPEG, PNG, TIFF, HEIC), text (UTF-8), DOCX, XLSX, ODT or ODS without macros, or a signed ASICE or BDOC.',
      ru: 'Отправьте PDF, изображение (JPEG, PNG, TIFF, HEIC), текст (UTF-8), DOCX, XLSX, ODT или ODS без макросов либо подписанный ASICE или BDOC.',
    },
    operator: 'By its bytes the file is none of the allowed media types; what its sender calls it is not asked.',
  },
  CONTAINER_BROKEN: {
    status: 422,
    title: { et: 'Fail on rikutud', en: 'Broken file', ru: 'Файл повреждён' },
    detail: {
      et: 'Ümbrikku või dokumenti ei saa avada. Salvestage see uuesti ja saatke siis.',
      en: 'The container or document cannot be opened. Save it again, and send it then.',
      ru: 'Контейнер или документ не открывается. Сохраните его заново и отправьте.',
    },
    operator: 'Not a readable ZIP archive: cut, encrypted, or with sizes that are not true.',
  },
  CONTAINER_TOO_LARGE: {
    status: 422,
    title: { et: 'Ümbrikus on liiga palju', en: 'Too much in the container', ru: 'В контейнере слишком много' },
    detail: {
      et: 'Lahti pakituna on faili sisu liiga suur. Jagage see osadeks.',
      en: 'Unpacked, there is too much in the file. Divide it.',
      ru: 'В распакованном виде содержимое слишком велико. Разделите его.',
    },
    operator: 'More files, or more bytes when unpacked, than a container may have (docs/limits.md): by mistake, or a ZIP bomb.',
  },
  CONTAINER_NAMES_INVALID: {
    status: 422,
    title: { et: 'Ümbriku failinimed on vigased', en: 'Invalid names in the container', ru: 'Неверные имена в контейнере' },
    detail: {
      et: 'Ümbrikus on failid, mille nimi kordub või viib ümbrikust välja. Koostage ümbrik uuesti.',
      en: 'The container has files whose name is there twice or leads out of it. Make it anew.',
      ru: 'В контейнере есть файлы, чьё имя повторяется или ведёт за его пределы. Создайте контейнер заново.',
    },
    operator: 'A name that is absolute, has .. or a backslash in it, or is there twice but for the case of its letters.',
  },
  CONTAINER_MIMETYPE_WRONG: {
    status: 422,
    title: { et: 'Ümbrik ei ole ASiC-E', en: 'Not an ASiC-E container', ru: 'Не контейнер ASiC-E' },
    detail: {
      et: 'Allkirjastatud ümbrik ei vasta ASiC-E standardile. Koostage ümbrik DigiDoc4 abil uuesti.',
      en: 'The signed container is not as the ASiC-E standard has it. Make it anew with DigiDoc4.',
      ru: 'Подписанный контейнер не соответствует стандарту ASiC-E. Создайте его заново в DigiDoc4.',
    },
    operator: 'There are signatures, and `mimetype` is missing, not first, compressed, or says something else (ETSI EN 319 162-1, A.1).',
  },
  CONTAINER_NESTED: {
    status: 422,
    title: { et: 'Ümbrik on ümbrikus', en: 'Container in a container', ru: 'Контейнер в контейнере' },
    detail: {
      et: 'Ümbrikus on teine allkirjastatud ümbrik, mille allkirju ei kontrollitaks. Saatke sisemine ümbrik eraldi.',
      en: 'In the container there is another signed one, whose signatures would not be checked. Send the inner one by itself.',
      ru: 'В контейнере есть другой подписанный контейнер, подписи которого не были бы проверены. Отправьте его отдельно.',
    },
    operator: 'A file of the container is an ASiC container itself.',
  },
  CONTAINER_UNSIGNED: {
    status: 422,
    title: { et: 'Ümbrik on allkirjata', en: 'Container without signature', ru: 'Контейнер без подписи' },
    detail: {
      et: 'Ümbrikus ei ole allkirja või ei ole faili. Allkirjastage ümbrik või saatke fail ilma ümbrikuta.',
      en: 'There is no signature in the container, or no file. Sign it, or send the file without a container.',
      ru: 'В контейнере нет подписи или файла. Подпишите его или отправьте файл без контейнера.',
    },
    operator: 'No META-INF/*signatures*.xml, or nothing besides.',
  },
  SIGNED_DOCUMENT_REQUIRED: {
    status: 422,
    title: { et: 'Fail ei ole allkirjastatud', en: 'Not a signed file', ru: 'Файл не подписан' },
    detail: {
      et: 'Saatke digiallkirjastatud ümbrik (ASICE või BDOC).',
      en: 'Send a digitally signed container (ASICE or BDOC).',
      ru: 'Отправьте контейнер с цифровой подписью (ASICE или BDOC).',
    },
    operator: 'By its bytes the file is no ASiC-E container; a scanned letter on paper is not taken, since nobody can check its signature.',
  },
  SIGNATURES_INVALID: {
    status: 422,
    title: { et: 'Allkiri ei kehti', en: 'Signature not valid', ru: 'Подпись недействительна' },
    detail: {
      et: 'Vähemalt üks allkiri ei kehti. Midagi ei salvestatud. Kontrollige ümbrikku DigiDoc4 abil ja allkirjastage uuesti.',
      en: 'At least one signature is not valid. Nothing was kept. Look at the container in DigiDoc4, and sign it anew.',
      ru: 'Не менее одной подписи недействительно. Ничего не сохранено. Проверьте контейнер в DigiDoc4 и подпишите заново.',
    },
    operator: 'SiVa has found a signature that is not TOTAL-PASSED, none at all, or nothing that it can look at.',
  },
  SIGNATURES_NOT_CHECKED: {
    status: 503,
    title: { et: 'Allkirju ei saa praegu kontrollida', en: 'Signatures cannot be checked now', ru: 'Подписи сейчас не проверить' },
    detail: {
      et: 'Allkirjade kontrollimise teenus ei vasta. Midagi ei salvestatud. Proovige mõne aja pärast uuesti.',
      en: 'The service that checks signatures does not answer. Nothing was kept. Try again in a while.',
      ru: 'Служба проверки подписей не отвечает. Ничего не сохранено. Попробуйте позже.',
    },
    operator: 'SiVa does not answer at documents.sivaUrl, or none is configured: requests about access cannot be entered until it does.',
  },
  SIGNED_DOCUMENT_NOT_FOUND: {
    status: 404,
    title: { et: 'Allkirjastatud dokumenti ei leitud', en: 'Signed document not found', ru: 'Подписанный документ не найден' },
    detail: {
      et: 'Sellist allkirjastatud dokumenti ei ole.',
      en: 'There is no such signed document.',
      ru: 'Такого подписанного документа нет.',
    },
    operator: 'Unknown id, or one that retention has deleted.',
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
