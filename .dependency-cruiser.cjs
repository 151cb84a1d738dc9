// The floors of the house (docs/architecture.md): which room may use which. Held by test/house/floors.test.ts.

/** What each room may use of the others: their faces alone. What is not named here is forbidden. */
const MAY_USE = {
  platform: [],
  estonia: [],
  xroad: [],
  storage: ['estonia', 'platform'],
  registries: ['xroad', 'estonia', 'platform'],
  register: ['storage', 'xroad', 'estonia', 'platform'],
  queries: ['registries', 'register', 'storage', 'xroad', 'estonia', 'platform'],
  api: ['queries', 'registries', 'register', 'storage', 'xroad', 'estonia', 'platform'],
  console: ['queries', 'registries', 'register', 'storage', 'xroad', 'estonia', 'platform'],
  services: ['queries', 'registries', 'register', 'storage', 'xroad', 'estonia', 'platform'],
  simulator: ['xroad', 'estonia', 'platform'],
  roles: ['api', 'console', 'services', 'queries', 'registries', 'register', 'storage', 'xroad', 'estonia', 'platform'],
};

/** What an installation says: of the top floor's files the one that a room may know, and only that which opens the others by it. */
const CONFIGURATION = '^src/configuration\\.ts$';

/** Rooms of rooms: each folder in them has a face of its own. */
const HALLS = ['register', 'registries'];

const rooms = Object.entries(MAY_USE).map(([room, others]) => ({
  name: `${room}-uses-only-what-it-may`,
  comment: `${room} may use ${others.join(', ') || 'no other room'}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: {
    path: '^(src|test|bin)/',
    pathNot: [...[room, ...others].map((other) => `^src/${other}/`), ...(room === 'roles' ? [CONFIGURATION] : [])],
  },
}));

const faces = Object.keys(MAY_USE).map((room) => ({
  name: `${room}-by-its-face`,
  comment: 'other folders import the face, index.ts, and nothing behind it',
  severity: 'error',
  from: { path: '^src/', pathNot: `^src/${room}/` },
  to: { path: `^src/${room}/`, pathNot: [`^src/${room}/index\\.ts$`, ...(HALLS.includes(room) ? [`^src/${room}/[^/]+/index\\.ts$`] : [])] },
}));

const areas = HALLS.map((hall) => ({
  name: `${hall}-areas-by-their-faces`,
  comment: 'an area imports another area by its face',
  severity: 'error',
  from: { path: `^src/${hall}/([^/]+)/` },
  to: { path: `^src/${hall}/[^/]+/`, pathNot: [`^src/${hall}/$1/`, `^src/${hall}/[^/]+/index\\.ts$`] },
}));

module.exports = {
  forbidden: [
    ...rooms,
    ...faces,
    ...areas,
    {
      name: 'no-circles',
      comment: 'two files that need each other are one thing, or one too many; a type alone is gone when the program runs',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'nothing-of-the-top-floor',
      comment: 'main, gateway, demo and configuration know the rooms; no room knows them',
      severity: 'error',
      from: { path: '^src/[^/]+/', pathNot: '^src/roles/' },
      to: { path: '^src/[^/]+\\.ts$' },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'an import that cannot be followed would also escape every rule above',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-development-packages-in-the-product',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    parser: 'swc',
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
