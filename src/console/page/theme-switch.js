import { set } from './element.js';

const REMEMBERED = 'star-console-theme';
const CHOICES = ['auto', 'light', 'dark'];

/** Goes from the system's own to light, to dark, and round again; the choice is remembered (theme.js reads it before the page is drawn). */
export function createThemeSwitch(button) {
  button.addEventListener('click', () => {
    const next = CHOICES[(CHOICES.indexOf(chosen()) + 1) % CHOICES.length];
    if (next === 'auto') {
      localStorage.removeItem(REMEMBERED);
      delete document.documentElement.dataset.theme;
    } else {
      localStorage.setItem(REMEMBERED, next);
      document.documentElement.dataset.theme = next;
    }
    show();
  });
  const chosen = () => document.documentElement.dataset.theme ?? 'auto';
  const show = () => set(button, 'data-theme-chosen', chosen());
  show();
  return { chosen, onClick: (told) => button.addEventListener('click', told) };
}
