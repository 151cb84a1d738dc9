// What a package lock lacks of other platforms' optional packages, and the entries that complete it (docs/dependencies.md).

const SYSTEMS = {
  windows: 'win32',
  win32: 'win32',
  linux: 'linux',
  linuxmusl: 'linux',
  musl: 'linux',
  darwin: 'darwin',
  android: 'android',
};
const OTHER_SYSTEMS = ['freebsd', 'netbsd', 'openbsd', 'sunos', 'aix', 'openharmony', 'cygwin'];
const PROCESSORS = ['x64', 'arm64', 'arm', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'mips', 'wasm32'];

/** Every optional dependency that no entry of the lock answers: `[{ path, name, version }]`, path where npm would put it. */
export function missingOptionals(lock) {
  const missing = new Map();
  for (const [path, entry] of Object.entries(lock.packages)) {
    for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
      if (!isAnswered(lock, path, name)) missing.set(name, { path: `node_modules/${name}`, name, version: range.replace(/^[\^~=v]+/, '') });
    }
  }
  return [...missing.values()];
}

/** The lock with an entry for each of them, in npm's order. */
export function completed(lock) {
  const packages = { ...lock.packages };
  for (const { path, name, version } of missingOptionals(lock)) packages[path] = { version, ...platformOf(name), optional: true };
  const sorted = Object.fromEntries(Object.entries(packages).sort(([one], [other]) => one.localeCompare(other, 'en')));
  return { ...lock, packages: sorted };
}

/** Node looks for a package beside the one that wants it, then in every folder above. */
function isAnswered(lock, from, name) {
  const folders = from.split('/node_modules/').map((_, index, parts) => parts.slice(0, index + 1).join('/node_modules/'));
  return ['', ...folders].some((folder) => `${folder === '' ? '' : `${folder}/`}node_modules/${name}` in lock.packages);
}

/** The platform that such a package's name ends with: `...-linux-arm64-musl`, `...-win32-x64-msvc`. */
function platformOf(name) {
  const parts = name.split('/').at(-1)?.split('-') ?? [];
  const system = parts.map((part) => SYSTEMS[part] ?? (OTHER_SYSTEMS.includes(part) ? part : undefined)).find((part) => part !== undefined);
  const processor = parts.find((part) => PROCESSORS.includes(part));
  const musl = parts.some((part) => part.includes('musl'));
  const gnu = parts.some((part) => part.startsWith('gnu'));
  return {
    ...(processor === undefined ? {} : { cpu: [processor] }),
    ...(system === undefined ? {} : { os: [system] }),
    ...(system === 'linux' && (musl || gnu) ? { libc: [musl ? 'musl' : 'glibc'] } : {}),
  };
}
