// A plain script before the page is drawn: a module would run after it, and a dark page would flash white.
{
  const chosen = localStorage.getItem('star-console-theme');
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
}
