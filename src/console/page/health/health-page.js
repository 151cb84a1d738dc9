import { call } from '../api.js';
import { element, said, set, translate, write } from '../element.js';
import { bytes, day, dayAndTime, duration, number, roughAge } from '../format.js';
import { createFacts, panel } from '../panel.js';
import { text } from '../texts.js';

const EVERY_MS = 5000;

/** The parts that the gateway stands on, each with how it is and the few numbers that tell why. */
export function createHealthPage({ onTrouble }) {
  const verdict = element('p', { class: 'verdict' });
  const parts = {
    database: createPart('database', ['version', 'size', 'connections', 'answersIn', 'replicas']),
    redis: createPart('redis', ['version', 'memory', 'clients', 'policy']),
    securityServers: createPart('securityServers', []),
    disk: createPart('disk', ['free']),
    clock: createPart('clock', ['offset']),
    certificates: createPart('certificates', ['ownCertificate', 'serverCertificate']),
    documents: createPart('documents', ['documentStore', 'virusScanner', 'signatureCheck']),
    backup: createPart('backup', ['lastBackup']),
    versions: createPart('versions', ['gateway', 'Node', 'schema']),
  };
  const root = element(
    'section',
    { class: 'page health-page', 'aria-labelledby': 'page-title' },
    element('div', { class: 'head' }, element('div', {}, said('h1', 'health', { id: 'page-title', tabindex: '-1' }), verdict)),
    element('div', { class: 'parts' }, ...Object.values(parts).map((part) => part.element)),
  );
  let health;
  const timer = setInterval(() => document.visibilityState === 'visible' && look(), EVERY_MS);
  look();

  async function look() {
    try {
      health = await call('GET', '/console/api/health');
      draw();
    } catch (problem) {
      onTrouble(problem);
    }
  }

  function draw() {
    if (health === undefined) return;
    const at = Date.parse(health.at);
    const { database, redis, securityServers, disk, clock, certificates, documents, backup, versions } = health;
    parts.database.draw(database.state, {
      version: database.version,
      size: known(database.bytes, bytes),
      connections: known(database.connections, (used) => text('ofMost', { used: number(used), most: number(database.connectionsAtMost) })),
      answersIn: known(database.answeredMs, duration),
      replicas: known(database.replicas, replicasText),
    });
    if (redis === null) parts.redis.draw(undefined, {}, text('redisNone'));
    else {
      parts.redis.draw(redis.state, {
        version: redis.version,
        memory: known(redis.usedBytes, (used) =>
          redis.bytesAtMost === 0 ? bytes(used) : text('ofMost', { used: bytes(used), most: bytes(redis.bytesAtMost) }),
        ),
        clients: known(redis.clients, number),
        policy: redis.policy,
      });
    }
    parts.securityServers.draw(
      worst(securityServers.map(({ state }) => state)),
      {},
      securityServers.map(({ host, state, answeredMs }) => `${host}: ${state === 'WELL' ? duration(answeredMs) : text(state)}`).join('\n'),
    );
    parts.disk.draw(
      disk.state,
      { free: known(disk.freeBytes, (free) => text('ofMost', { used: bytes(free), most: bytes(disk.bytes) })) },
      '',
      disk.bytes === undefined ? undefined : 1 - disk.freeBytes / disk.bytes,
    );
    parts.clock.draw(clock.state, { offset: known(clock.offsetMs, (ms) => `${ms < 0 ? '−' : '+'}${duration(Math.abs(ms))}`) });
    const ends = ({ endsAt }) => {
      const left = Date.parse(endsAt) - at;
      return left > 0 ? text('endsIn', { date: day(endsAt), age: roughAge(left) }) : text('endedAgo', { date: day(endsAt) });
    };
    if (certificates === null) parts.certificates.draw(undefined, {}, text('certificatesNone'));
    else {
      const { own, securityServer } = certificates;
      parts.certificates.draw(worst([own.state, securityServer.state]), {
        ownCertificate: ends(own),
        serverCertificate: ends(securityServer),
      });
    }
    const { store, scanner, validator } = documents;
    parts.documents.draw(worst([store.state, scanner.state, validator.state]), {
      documentStore: text(store.state),
      virusScanner: text(scanner.configured ? scanner.state : 'scannerNone'),
      signatureCheck: text(validator.configured ? validator.state : 'validatorNone'),
    });
    parts.backup.draw(
      backup.state,
      { lastBackup: known(backup.endedAt, (ended) => `${dayAndTime(ended)} (${text('ago', { age: roughAge(at - Date.parse(ended)) })})`) },
      backup.endedAt === undefined ? text(backup.named ? 'backupMissing' : 'backupUnnamed') : '',
    );
    parts.versions.draw(undefined, {
      gateway: versions.gateway,
      Node: versions.node,
      schema: versions.migration === null ? text('none') : text('schemaOf', { migration: versions.migration, count: versions.migrations }),
    });
    const wrong = Object.entries(parts).filter(([, part]) => ['ATTENTION', 'AWAY'].includes(part.state()));
    verdict.dataset.well = String(wrong.length === 0);
    write(verdict, wrong.length === 0 ? text('healthAll') : text('healthSome', { list: wrong.map(([key]) => text(key)).join(', ') }));
  }

  return {
    element: root,
    title: () => text('health'),
    translate() {
      translate(root);
      draw();
    },
    leave: () => clearInterval(timer),
  };
}

const SEVERITY = ['WELL', 'UNKNOWN', 'ATTENTION', 'AWAY'];

function worst(states) {
  return states.toSorted((a, b) => SEVERITY.indexOf(b) - SEVERITY.indexOf(a))[0] ?? 'UNKNOWN';
}

function known(value, show) {
  return value === undefined || value === null ? undefined : show(value);
}

function replicasText(replicas) {
  if (replicas.length === 0) return text('replicasNone');
  return replicas
    .map(({ name, lagSeconds }) =>
      lagSeconds === null ? text('lagUnknown', { name }) : text('lag', { name, lag: duration(lagSeconds * 1000) }),
    )
    .join(', ');
}

function createPart(key, keys) {
  const facts = createFacts(keys);
  const state = element('span', { class: 'word' });
  const note = element('p', { class: 'soft note-text' });
  const bar = element('progress', { hidden: true, max: '1', 'data-name': key });
  const root = panel(key, { class: 'part' }, state, bar, facts.element, note);
  let shown;
  return {
    element: root,
    state: () => shown,
    draw(next, told, words = '', used) {
      shown = next;
      state.hidden = next === undefined;
      set(state, 'data-state', { WELL: 'good', ATTENTION: 'warn', AWAY: 'bad' }[next] ?? 'still');
      write(state, next === undefined ? '' : text(next));
      facts.write(told);
      write(note, words);
      note.hidden = words === '';
      bar.hidden = used === undefined;
      if (used !== undefined) bar.value = used;
    },
  };
}
