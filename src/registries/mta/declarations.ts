import type { Month } from '../../estonia/index.ts';
import { fail, ok, type Result } from '../../platform/index.ts';
import { referenceTo } from '../../xroad/index.ts';
import type { AnswerDefect } from '../credible.ts';
import type { DeclarationService } from '../declaration-service.ts';
import { mkrliides } from './contract.ts';
import { downloadMime, type Properties, uploadMime } from './generated/mkrliides.ts';
import { readCodes } from './upload-codes.ts';

/** The tax board's system that takes the file, and what is done with it: both named in the contract itself. */
const TARGET = 'TSD';
const OPERATION = 'KinnitaDeklaratsioon';
const FILE = 'deklaratsioon@star';

/** Proposed: `props` are "metadata of the attachment", and which the tax board reads is not public. */
const KEYS = { reference: 'viide', institution: 'registrikood', month: 'periood', code: 'kood' } as const;

/** 4 MiB: some thousands of people of a declaration's annex, several times the largest municipality's recipients in a month. */
const FILE_AT_MOST = 4 * 1024 * 1024;

/**
 * Declaring of payments and taxes (TSD) as a file, by uploadMime of mkrliides; looked up by downloadMime under our own reference. The contract
 * calls the latter's `id` that of a message and says no more: that it finds an upload by its reference is proposed. So only an answer that
 * repeats the reference with a code that we know proves anything.
 */
export const declarations: DeclarationService = {
  code: 'EMTA.DECLARATION',
  registry: 'mkrliides',
  name: { et: 'TSD esitamine failina', en: 'Declaration of payments as a file', ru: 'Подача декларации TSD файлом' },
  contract: 'REAL',
  legalBasis: 'SMS § 9; TuMS § 40 lg 5',
  purpose: 'Väljamaksete, tulumaksu ja sotsiaalmaksu deklareerimine',
  roles: ['SETTLEMENT'],
  fields: ['file', 'month', 'institution'],
  deadlineSeconds: 50,
  fileAtMost: FILE_AT_MOST,
  upload: {
    service: { code: 'uploadMime', version: 'v1' },
    write({ reference, institution, month, content }) {
      const prop = [
        { '@key': KEYS.reference, value: reference },
        { '@key': KEYS.institution, value: institution },
        { '@key': KEYS.month, value: monthOnWire(month) },
      ];
      // The contract's file is hexBinary, and empty where it lies beside the message.
      const file = { '@href': referenceTo(FILE), value: '' };
      const body = mkrliides.write(uploadMime, { request: { target: TARGET, operation: OPERATION, file, props: { prop } } });
      if (!body.ok) return body;
      return ok({ body: body.value, attachments: [{ contentId: FILE, contentType: 'application/octet-stream', content }] });
    },
    read({ body }, reference) {
      const answer = mkrliides.read(uploadMime, body);
      if (!answer.ok) return answer;
      const { request, response } = answer.value;
      const own = ofReference('request/props', request.props, reference);
      return own.ok ? ok(readCodes(response.messages.item.map(({ code }) => code))) : own;
    },
  },
  look: {
    service: { code: 'downloadMime', version: 'v1' },
    write(reference) {
      const body = mkrliides.write(downloadMime, { request: { target: TARGET, id: reference } });
      return body.ok ? ok({ body: body.value, attachments: [] }) : body;
    },
    read({ body }, reference) {
      const answer = mkrliides.read(downloadMime, body);
      if (!answer.ok) return answer;
      const { faultCode, props } = answer.value.response;
      if (faultCode !== undefined) return ok({ ...readCodes([faultCode]), state: 'NOT_UNDERSTOOD' });
      const own = ofReference('response/props', props, reference);
      if (!own.ok) return own;
      if (propsOf(props, KEYS.reference).length === 0) return ok({ state: 'NOT_UNDERSTOOD', codes: [] });
      return ok(readCodes(propsOf(props, KEYS.code)));
    },
  },
};

/** An answer that names a reference must name ours: another's says nothing of this declaration. */
function ofReference(path: string, props: Properties | undefined, reference: string): Result<void, AnswerDefect> {
  return propsOf(props, KEYS.reference).every((named) => named === reference)
    ? ok(undefined)
    : fail({ code: 'ANSWER_ABOUT_ANOTHER', problems: [{ path, rule: 'IS_OUR_REFERENCE' }] });
}

function propsOf(props: Properties | undefined, key: string): readonly string[] {
  return (props?.prop ?? []).filter((prop) => prop['@key'] === key).map(({ value }) => value.trim());
}

/** The tax board writes months `kk.aaaa`. */
function monthOnWire(month: Month): string {
  return `${month.slice(5)}.${month.slice(0, 4)}`;
}
