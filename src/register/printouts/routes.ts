import { Type } from 'typebox';
import { LANGUAGES, today } from '../../platform/index.ts';
import { file, type Route } from '../access/index.ts';
import { FILE_WORKERS, latestOf, type ReadingPorts, readFile, tellEntries } from '../people/index.ts';
import { CASE_WORKERS, type LookPorts, lookAtIntake, lookAtProceeding } from '../proceedings/index.ts';
import { fileContents } from './file-contents.ts';
import { intakeContents } from './intake-contents.ts';
import { type PrintPorts, print, READ_AT_MOST } from './print.ts';
import { printProceeding } from './print-proceeding.ts';
import type { AskedIn } from './proceeding-contents.ts';

const Params = Type.Object({ id: Type.String({ format: 'uuid' }) });
const Query = Type.Object({ language: Type.Optional(Type.Enum([...LANGUAGES])) }, { additionalProperties: false });

export interface PrintoutPorts extends PrintPorts, LookPorts, ReadingPorts {
  readonly askedIn: AskedIn;
}

/** Print-outs. Whoever may read something may have it printed, and nobody else; nothing is printed that they would not be shown. */
export function printoutRoutes(ports: PrintoutPorts): readonly Route[] {
  const { database, clock } = ports;
  const { db } = database;
  return [
    file({
      path: '/intakes/:id/printout',
      summary: 'An intake as an accessible PDF file, in Estonian where no language is given',
      callers: CASE_WORKERS,
      mediaType: 'application/pdf',
      params: Params,
      query: Query,
      async take({ actor, params, query: { language = 'et' } }) {
        const intake = await lookAtIntake(ports, actor, params.id);
        if (!intake.ok) return intake;
        const { id, subjects, proceedingId } = intake.value;
        return print(ports, actor, language, {
          of: 'INTAKE',
          objectId: id,
          clientIds: subjects.map(({ clientId }) => clientId),
          proceedingId,
          contents: (voice) => intakeContents(db, voice, intake.value),
        });
      },
    }),
    file({
      path: '/proceedings/:id/printout',
      summary: 'A proceeding as an accessible PDF file: persons, intakes, course, what registers were asked, and links',
      callers: CASE_WORKERS,
      mediaType: 'application/pdf',
      params: Params,
      query: Query,
      async take({ actor, params, query: { language = 'et' } }) {
        const proceeding = await lookAtProceeding(ports, actor, params.id);
        return proceeding.ok ? printProceeding(ports, actor, language, proceeding.value) : proceeding;
      },
    }),
    file({
      path: '/clients/:id/printout',
      summary: 'An extract of a person’s client file as an accessible PDF file: as much of it as the caller sees',
      callers: FILE_WORKERS,
      mediaType: 'application/pdf',
      params: Params,
      query: Query,
      async take({ actor, params, query: { language = 'et' } }) {
        const on = today(clock);
        const seen = await readFile(ports, actor, params.id, { part: 'GENERAL', day: on });
        if (!seen.ok) return seen;
        const { client, ids: clientIds, entries, sight } = seen.value;
        const reading = { reader: actor, clientIds, ofOthers: sight === 'WHOLE' };
        const stretch = { before: undefined, limit: READ_AT_MOST };
        return print(ports, actor, language, {
          of: 'CLIENT_FILE',
          objectId: client.id,
          clientIds: [client.id],
          contents: async (voice) =>
            fileContents(db, voice, {
              file: seen.value,
              on,
              lastProceeding: await ports.lastProceeding(db, reading),
              lines: latestOf([tellEntries(entries, stretch), await ports.tellFile(db, reading, stretch)], READ_AT_MOST),
            }),
        });
      },
    }),
  ];
}
