import { createHmac } from 'node:crypto';
import { newId, Temporal } from '../../platform/index.ts';
import type { Tx } from '../../storage/index.ts';
import { type AuditLine, appendAuditLines } from '../audit/index.ts';
import { followRegister, type RegisterWord } from '../people/index.ts';
import type { Proceeding, ProceedingKind } from '../proceedings/index.ts';
import { checklist } from './checklist.ts';
import { enterIntoCourse } from './course.ts';
import { fileOf } from './file-of.ts';
import { type Checked, type Desk, deskOf, type NoticeKind, type RegistryNotice } from './notice.ts';
import { findNoticesOf, holdClient, insertNotices, saveItems, toldAgain } from './notice-store.ts';
import type { ObjectsOf, OpenObject } from './open-object.ts';

/** One thing that has changed of a client. */
export interface ToldChange {
  readonly kind: NoticeKind;
  /** What holds now, or what else tells this change from another of the kind. Not kept. */
  readonly what: string;
  readonly on: Temporal.PlainDate | undefined;
  /** What it makes the client's file say. */
  readonly word?: RegisterWord;
}

/** What a feed has told of a client, as it was looked up in a proceeding on them. */
export interface Told {
  readonly clientId: string;
  readonly proceeding: Pick<Proceeding, 'id' | 'kind' | 'institutionId' | 'ownerId'>;
  readonly feed: string;
  /** When the feed told of it: the same moment for everything that was told by one answer. */
  readonly toldAt: Temporal.Instant;
  readonly queryId: string | undefined;
  readonly changes: readonly ToldChange[];
}

export interface ReceivePorts {
  readonly objectsOf: ObjectsOf;
  /** Keys the fingerprints. */
  readonly secret: Uint8Array;
}

/**
 * Receives what was told of a client: for each institution that has something open on them a notice of each change, with its checklist, and an
 * action in its open proceedings (INV-11, INV-60). What was told before, in the same words, is the notice that is there. A new name or residence is
 * entered into the client's file by itself. Gives what is new.
 */
export async function receiveNotice(ports: ReceivePorts, tx: Tx, told: Told, at: Temporal.Instant): Promise<readonly Checked[]> {
  const { id: fileId, ids } = await fileOf(tx, told.clientId);
  await holdClient(tx, fileId);
  const [objects, before] = await Promise.all([ports.objectsOf(tx, ids), findNoticesOf(tx, ids)]);
  const places = placesOf(told, objects).map((place) => {
    const there = before.filter(({ institutionId, desk }) => institutionId === place.institutionId && desk === place.desk);
    const changes = told.changes.map((change) => {
      const fingerprint = fingerprintOf(ports.secret, change);
      const latest = there.find(({ kind }) => kind === change.kind);
      return { change, fingerprint, same: latest?.fingerprint === fingerprint ? latest : undefined };
    });
    const isKnown = there.some(({ toldAt }) => Temporal.Instant.compare(toldAt, told.toldAt) >= 0);
    const received = changes
      // Of nothing in particular nobody is told whom another proceeding's answer has shown already what it was.
      .filter(({ change, same }) => same === undefined && !(change.kind === 'OTHER' && isKnown))
      .map(({ change, fingerprint }) => noticeFor(place, { ...told, clientId: fileId }, change, fingerprint, at));
    return { objects: place.objects, received, again: changes.flatMap(({ same }) => same?.id ?? []) };
  });
  const received = places.flatMap((place) => place.received);
  await insertNotices(
    tx,
    received.map(({ notice }) => notice),
  );
  await saveItems(tx, received);
  await toldAgain(
    tx,
    places.flatMap(({ again }) => again),
    told.toldAt,
  );
  const entries = places.filter((place) => place.received.length > 0);
  await enterIntoCourse(
    tx,
    entries.map((place) => ({ objects: place.objects, kinds: place.received.map(({ notice }) => notice.kind) })),
    at,
  );
  await appendAuditLines(
    tx,
    received.map((one) => lineOf(one, told, at)),
  );
  const { ownerId: userId, institutionId } = told.proceeding;
  const words = told.changes.flatMap(({ word }) => word ?? []);
  if (words.length > 0) await followRegister(tx, fileId, words, { userId, institutionId }, at);
  return received;
}

/** Of a client's notices alone one is compared with another. */
function fingerprintOf(secret: Uint8Array, { kind, what }: ToldChange): string {
  return createHmac('sha256', secret).update(`${kind} ${what}`).digest('base64url');
}

interface Place {
  readonly institutionId: string;
  readonly desk: Desk;
  readonly objects: readonly OpenObject[];
  readonly work: readonly ProceedingKind[];
}

/** Whom it concerns: every institution with something open on the client, and the one that has looked it up, though it may have ended since. */
function placesOf({ proceeding }: Told, objects: readonly OpenObject[]): readonly Place[] {
  const own = { institutionId: proceeding.institutionId, work: proceeding.kind };
  const byPlace = Map.groupBy([own, ...objects], ({ institutionId, work }) => `${institutionId} ${deskOf(work)}`);
  return [...byPlace.values()].map((all) => {
    const { institutionId, work } = all[0] ?? own;
    const open = objects.filter((object) => object.institutionId === institutionId && deskOf(object.work) === deskOf(work));
    return { institutionId, desk: deskOf(work), objects: open, work: [...new Set(all.map((one) => one.work))] };
  });
}

function noticeFor(place: Place, told: Told, { kind, on }: ToldChange, fingerprint: string, at: Temporal.Instant): Checked {
  const { institutionId, desk, objects, work } = place;
  const isTheirs = institutionId === told.proceeding.institutionId && desk === deskOf(told.proceeding.kind);
  const notice: RegistryNotice = {
    id: newId(),
    institutionId,
    clientId: told.clientId,
    kind,
    desk,
    work,
    fingerprint,
    feed: told.feed,
    eventDate: on,
    queryId: isTheirs ? told.queryId : undefined,
    toldAt: told.toldAt,
    receivedAt: at,
    state: objects.length === 0 ? 'IRRELEVANT' : 'OPEN',
    resolved: undefined,
    version: 1,
  };
  return { notice, items: checklist(kind, [], objects) };
}

function lineOf({ notice }: Checked, { proceeding }: Told, at: Temporal.Instant): AuditLine {
  return {
    action: 'CHANGE_NOTICED',
    at,
    system: 'change-feed',
    object: { type: 'registry-notice', id: notice.id },
    clientId: notice.clientId,
    ...(notice.institutionId === proceeding.institutionId ? { proceedingId: proceeding.id } : {}),
    outcome: 'DONE',
    details: {
      feed: notice.feed,
      kind: notice.kind,
      institution: notice.institutionId,
      state: notice.state,
      query: notice.queryId ?? null,
    },
  };
}
