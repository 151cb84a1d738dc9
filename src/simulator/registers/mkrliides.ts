import { contentIdOf, type Part } from '../../xroad/index.ts';
import { type Asked, listAt, type SimulatedRegister, textAt } from './register.ts';

/** MTA's uploading of declarations. The codes and the keys are not the real ones: those are not public. */
export const mkrliides: SimulatedRegister = {
  name: 'mkrliides',
  subsystem: 'EE/GOV/70000349/mkrliides',
  wsdl: 'mkrliides.wsdl',
  services: { uploadMime: upload, downloadMime: look },
};

/** Takes a file once under each reference; says so, or what is wrong with it. */
function upload({ request, attachments, journal }: Asked): unknown {
  const reference = propOf(request, 'viide');
  const times = journal.count(reference);
  const code = codeOf(fileOf(request, attachments));
  if (times === 1) journal.accept({ reference, code });
  return { ...(request as object), response: { messages: { item: [{ code, description: DESCRIPTIONS[code] }] } } };
}

/** What has become of the file under a reference. */
function look({ request, journal }: Asked): unknown {
  const reference = textAt(request, 'request', 'id');
  const found = journal.accepted.find((entry) => entry.reference === reference);
  if (found === undefined) return { ...(request as object), response: { faultCode: 'PUUDUB', faultString: 'Sõnumit ei leitud' } };
  const prop = [
    { '@key': 'viide', value: reference },
    { '@key': 'kood', value: found.code },
  ];
  return { ...(request as object), response: { props: { prop } } };
}

const DESCRIPTIONS = {
  OK: 'Deklaratsioon on vastu võetud',
  VIGA: 'Fail ei ole loetav',
  TYHI: 'Deklaratsioonis ei ole ühtegi väljamakset',
} as const;

/** A file must be XML; of one without anybody it is said that it is empty, which is neither yes nor no. */
function codeOf(file: string): keyof typeof DESCRIPTIONS {
  if (!file.startsWith('<')) return 'VIGA';
  return file.includes('<isik') ? 'OK' : 'TYHI';
}

function fileOf(request: unknown, attachments: readonly Part[]): string {
  const contentId = contentIdOf(textAt(request, 'request', 'file', '@href'));
  const part = attachments.find((one) => one.contentId === contentId);
  return part === undefined ? '' : Buffer.from(part.bytes).toString('utf8');
}

function propOf(request: unknown, key: string): string {
  const prop = listAt(request, 'request', 'props', 'prop').find((one) => textAt(one, '@key') === key);
  return textAt(prop, 'value');
}
