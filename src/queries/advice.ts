import type { Text } from '../platform/index.ts';
import type { AnswerState } from './query.ts';

/** What a worker does with an answer that is less than whole. A register that has nothing has said something: it is never nought by itself. */
export const ADVICE: Readonly<Record<Exclude<AnswerState, 'FOUND'>, Text>> = {
  NOT_FOUND: {
    et: 'Registris selle kohta andmeid ei ole. Kui isik väidab muud, küsige dokumenti ja sisestage andmed selle alusel.',
    en: 'The register has nothing on this. If the person says otherwise, ask for a document and enter the data from it.',
    ru: 'В регистре об этом данных нет. Если лицо утверждает иное, попросите документ и введите данные по нему.',
  },
  PARTIAL: {
    et: 'Vastus ei ole täielik: puuduv on nimetatud. Ärge lugege puuduvat nulliks; täiendage dokumendi alusel või oodake.',
    en: 'The answer is not whole: what is missing is named. Do not read it as nought; complete it from a document, or wait.',
    ru: 'Ответ неполон: недостающее названо. Не считайте его нулём; дополните по документу или подождите.',
  },
  NOT_YET_DUE: {
    et: 'Andmed ei ole veel täielikud. Need küsitakse ise uuesti nimetatud päeval; kui otsusega on kiire, küsige dokumenti.',
    en: 'The data are not whole yet. They are asked for again by themselves on the day named; if the decision cannot wait, ask for a document.',
    ru: 'Данные ещё не полны. Они будут запрошены снова сами в названный день; если решение не терпит, попросите документ.',
  },
  REJECTED: {
    et: 'Register keeldus vastamast. Kontrollige päringu andmeid; kui need on õiged, pöörduge kasutajatoe poole ja nimetage põhjuse kood.',
    en: 'The register refused to answer. Check what was asked; if it is right, turn to user support with the code of the reason.',
    ru: 'Регистр отказался отвечать. Проверьте данные запроса; если они верны, обратитесь в поддержку и назовите код причины.',
  },
};
