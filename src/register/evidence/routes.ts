import { Type } from 'typebox';
import { file, type Route } from '../access/index.ts';
import { CASE_WORKERS } from '../proceedings/index.ts';
import { EVIDENCE_FOR } from './evidence.ts';
import { type EvidencePorts, exportEvidence } from './export-evidence.ts';

/** Numbers of cases as courts and institutions write them: 3-26-1234, 5.1-2/17. No run of digits as long as a personal code, which stands in no address. */
const REFERENCE = '^(?!.*\\d{11})[\\p{L}\\d][\\p{L}\\d ./-]{0,49}$';

export function evidenceRoutes(ports: EvidencePorts): readonly Route[] {
  return [
    file({
      path: '/proceedings/:id/evidence-export',
      summary: 'A proceeding as evidence: a signed ZIP file with all that stands of it, for supervision and for whoever is in charge of it',
      callers: [...CASE_WORKERS, 'SKA_SUPERVISION'],
      mediaType: 'application/zip',
      params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
      query: Type.Object(
        {
          for: Type.Enum([...EVIDENCE_FOR], { description: 'In what it is evidence: supervision, a challenge (vaidemenetlus), court' }),
          reference: Type.String({ pattern: REFERENCE, description: 'The number of that matter' }),
        },
        { additionalProperties: false },
      ),
      take: ({ actor, params, query }) => exportEvidence(ports, actor, { proceedingId: params.id, purpose: query }),
    }),
  ];
}
