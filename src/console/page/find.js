import { call } from './api.js';
import { element, write } from './element.js';
import { addressOf, goTo } from './router.js';
import { text } from './texts.js';

/** Finds a query by its id or an X-Road id, from every page. A person is nothing that it looks for. */
export function createFindForm(form, { onTrouble }) {
  const message = element('p', { class: 'find-message', role: 'status' });
  form.append(message);
  const tell = (said) => {
    write(message, said);
    message.hidden = said === '';
  };
  tell('');
  form.addEventListener('input', () => tell(''));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const field = form.elements.wanted;
    const wanted = field.value.trim();
    if (wanted === '') return;
    try {
      const { items } = await call('POST', '/console/api/queries/search', { id: wanted });
      const [found] = items;
      if (found === undefined) return tell(text('searchNothing'));
      field.value = '';
      goTo(found.kind === 'QUERY' ? addressOf.query(found.id) : addressOf.register(found.registry));
    } catch (problem) {
      if (problem.status === 401 || problem.status === 403) return onTrouble(problem);
      tell(problem.message || text('offline'));
    }
  });
}
