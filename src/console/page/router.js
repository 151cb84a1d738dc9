/** The pages by their addresses; each has one of its own, which can be kept, sent and reloaded. */
const PATHS = [
  [/^\/console\/?$/, 'overview'],
  [/^\/console\/registers\/([a-z][a-z0-9-]*)$/, 'register'],
  [/^\/console\/queries\/([0-9a-f-]{36})$/, 'query'],
  [/^\/console\/health$/, 'health'],
];

export const addressOf = {
  overview: () => '/console',
  register: (registry) => `/console/registers/${registry}`,
  query: (id) => `/console/queries/${id}`,
  health: () => '/console/health',
};

/** Which page an address means. */
export function pageAt(path) {
  for (const [pattern, name] of PATHS) {
    const found = pattern.exec(path);
    if (found !== null) return { name, id: found[1] };
  }
  return { name: 'overview' };
}

/** Follows links within the console, and the browser's back and forward, without loading the page anew. */
export function followLinks(show) {
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[href^="/console"]');
    if (link === null || link === undefined || link.hasAttribute('download')) return;
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    goTo(link.getAttribute('href'));
  });
  addEventListener('popstate', () => show({ moved: false }));
  onMove = show;
}

let onMove = () => undefined;

export function goTo(path) {
  if (path !== location.pathname) history.pushState(null, '', path);
  onMove({ moved: true });
}
