import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { documentRoutes, type VirusScanner } from '../../../src/register/documents/index.ts';
import { mayHandle } from '../../../src/register/proceedings/index.ts';
import { openDiskObjects } from '../../../src/storage/index.ts';
import { type Answer, openDoor } from '../../api/door.ts';
import type { Worker } from '../../town.ts';
import { settle } from '../proceedings/town.ts';

export const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n');

/** A form as a browser sends it. Without a file where there is none. */
export function form(file: Uint8Array | string | undefined, fields: Readonly<Record<string, string>>, name = 'tõend.pdf'): FormData {
  const data = new FormData();
  for (const [field, value] of Object.entries(fields)) data.append(field, value);
  if (file !== undefined) data.append('file', new Blob([file as BlobPart], { type: 'application/x-whatever' }), name);
  return data;
}

/** A town whose workers bring documents to its proceedings; they lie in a folder of its own. */
export async function openDesk({ scanner }: { readonly scanner?: VirusScanner } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'star-documents-'));
  const objects = await openDiskObjects(folder);
  const door = await openDoor({
    rooms: ({ database, clock, keys }) =>
      documentRoutes({ database, clock, keys, objects, scanner, visit: async (actor, proceeding) => mayHandle(actor, proceeding) }),
  });
  const town = await settle(door);
  const authorise = async ({ username, password }: Pick<Worker, 'username' | 'password'>) => {
    const session = await door.app.inject({ method: 'POST', url: '/api/v1/sessions', payload: { username, password } });
    return { authorization: `Bearer ${session.json().token}` };
  };
  const mari = await authorise(town.mari.worker);
  return {
    door,
    town,
    objects,
    folder,
    authorise,
    /** The names of all that lies in the folder. */
    lying: (): readonly string[] =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name),
    /** Sends a form, as Mari where nobody else is named. */
    async send(path: string, data: FormData, headers: Readonly<Record<string, string>> = mari): Promise<Answer> {
      const body = new Response(data);
      const type = body.headers.get('content-type') ?? '';
      const payload = Buffer.from(await body.arrayBuffer());
      const response = await door.app.inject({
        method: 'POST',
        url: path,
        payload,
        headers: { ...mari, ...headers, 'content-type': type },
      });
      return { status: response.statusCode, headers: response.headers, body: response.json() };
    },
    /** Takes a file. */
    async take(path: string, headers: Readonly<Record<string, string>> = mari) {
      const { statusCode: status, headers: given, rawPayload: bytes } = await door.app.inject({ url: path, headers });
      return { status, headers: given, bytes };
    },
    async close() {
      await door.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type Desk = Awaited<ReturnType<typeof openDesk>>;
