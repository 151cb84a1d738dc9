import type { Means, TaraPerson } from './tara.ts';

/** What the screen says, in the languages of TARA's own. */
const TEXTS = {
  et: {
    title: 'Kes soovite olla?',
    lead: 'See on TARA simulaator: päris isikutuvastust ei toimu ja kõik inimesed on väljamõeldud. Valige vahend ja inimene.',
    means: 'Vahend',
    people: 'Inimesed',
    cancel: 'Katkesta ja mine tagasi',
    refused: 'Päring ei sobi',
  },
  en: {
    title: 'Who do you want to be?',
    lead: 'This is TARA, simulated: nobody is truly identified, and everybody is made up. Choose a means and a person.',
    means: 'Means',
    people: 'People',
    cancel: 'Turn back',
    refused: 'The request is not right',
  },
  ru: {
    title: 'Кем вы хотите быть?',
    lead: 'Это симулятор TARA: настоящей проверки личности нет, и все люди вымышлены. Выберите средство и человека.',
    means: 'Средство',
    people: 'Люди',
    cancel: 'Прервать и вернуться',
    refused: 'Запрос неверен',
  },
} as const;

const NAMES: Readonly<Record<Means, string>> = { idcard: 'ID-kaart', mid: 'Mobiil-ID', smartid: 'Smart-ID' };

const STYLE = `
:root { color-scheme: light dark; --ink: light-dark(#17202c, #e6ebf1); --soft: light-dark(#566274, #a7b2c0); --line: light-dark(#7d8999, #6b7889);
  --card: light-dark(#fff, #161c24); --accent: light-dark(#003168, #8fbdf5); }
* { box-sizing: border-box }
body { margin: 0; font: 16px/1.45 system-ui, sans-serif; color: var(--ink); background: light-dark(#f0f2f7, #0f141a); }
main { max-width: 640px; margin: 0 auto; padding: 24px 16px 48px; }
.what { display: inline-block; padding: 2px 8px; font-weight: 600; font-size: 13px; color: light-dark(#fff, #0c1a2a); background: var(--accent); border-radius: 4px; }
h1 { margin: 12px 0 4px; font-size: 26px; } h2 { margin: 24px 0 8px; font-size: 16px; } p { margin: 0 0 16px; color: var(--soft); }
fieldset { border: 0; margin: 0; padding: 0; } legend { padding: 0; margin-bottom: 8px; font-weight: 600; }
.means { display: flex; flex-wrap: wrap; gap: 8px; }
.means label { display: flex; align-items: center; gap: 8px; min-height: 44px; padding: 0 14px; background: var(--card); border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
.means input { width: 18px; height: 18px; margin: 0; accent-color: var(--accent); }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
button { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: 2px 16px; width: 100%; min-height: 48px; padding: 10px 14px;
  font: inherit; text-align: left; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 8px; cursor: pointer; }
button:hover { border-color: var(--ink); } button b { font-weight: 600; } button span { color: var(--soft); font-size: 14px; }
.cancel { width: auto; margin-top: 24px; background: none; color: var(--accent); }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
`;

/** The screen: by what means, and who. Whoever is chosen is told by the form, never in an address. */
export function screenPage(people: readonly TaraPerson[], means: readonly Means[], locale: string): string {
  const language = locale === 'en' || locale === 'ru' ? locale : 'et';
  const text = TEXTS[language];
  const choices = means.map(
    (one, index) => `<label><input type="radio" name="means" value="${one}"${index === 0 ? ' checked' : ''}>${NAMES[one]}</label>`,
  );
  const persons = people.map(
    ({ personalCode, firstName, lastName, who }) =>
      `<li><button name="person" value="${personalCode}"><b>${escaped(`${firstName} ${lastName}`)}</b><span>${escaped(who)}</span></button></li>`,
  );
  return page(
    language,
    text.title,
    `<p>${text.lead}</p>
<form method="post">
<fieldset><legend>${text.means}</legend><div class="means">${choices.join('')}</div></fieldset>
<h2>${text.people}</h2>
<ul>${persons.join('')}</ul>
<button class="cancel" name="cancel" value="1">${text.cancel}</button>
</form>`,
  );
}

export function refusalPage(what: string): string {
  return page('en', TEXTS.en.refused, `<p>${escaped(what)}</p>`);
}

function page(language: string, title: string, content: string): string {
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title} · TARA</title><style>${STYLE}</style></head>
<body><main><span class="what">TARA · DEMO</span><h1>${title}</h1>
${content}
</main></body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
