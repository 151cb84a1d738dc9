import { Type } from 'typebox';
import { ok } from '../../../platform/index.ts';
import { type Route, write } from '../../access/index.ts';
import { FILE_WORKERS } from '../callers.ts';
import { type MergePorts, mergeFiles } from './merge-files.ts';

/** Shorter than this gives no reason why two files are one person's. */
const JUSTIFICATION_LENGTH_AT_LEAST = 20;
const strict = { additionalProperties: false };
const Id = Type.String({ format: 'uuid' });

export function mergeRoutes(ports: MergePorts): readonly Route[] {
  return [
    write({
      method: 'POST',
      path: '/clients/:id/mergers',
      summary: 'Makes another file of the same person part of this one: both ids lead here from then on, and nothing of either is lost',
      callers: [...FILE_WORKERS, 'REGISTRY_MANAGER'],
      versioned: true,
      params: Type.Object({ id: Id }),
      body: Type.Object(
        {
          mergedId: Id,
          justification: Type.String({ minLength: JUSTIFICATION_LENGTH_AT_LEAST, maxLength: 2000, pattern: '\\S' }),
        },
        strict,
      ),
      reply: Type.Object({ id: Id }),
      async perform({ actor, params, body, ifMatch }, tx) {
        const { mergedId: fromId, justification } = body;
        const merged = await mergeFiles(ports, tx, actor, { intoId: params.id, fromId, justification: justification.trim(), ifMatch });
        return merged.ok ? ok({ status: 200, id: merged.value, location: `/api/v1/clients/${merged.value}` }) : merged;
      },
      show: async (_call, id) => ok({ body: { id } }),
    }),
  ];
}
