/** What a provider has turned out to be when it was looked up at Äriregister. */
export const CHECK_STATES = ['WAITING', 'CONFIRMED', 'NAME_DIFFERS', 'NOT_ACTIVE', 'NOT_FOUND'] as const;
export type CheckState = (typeof CHECK_STATES)[number];

/** An undertaking as Äriregister has it. */
export interface Registered {
  readonly name: string;
  /** R entered, L in liquidation, N bankrupt, K deleted; undefined where it does not say. */
  readonly status: string | undefined;
}

/**
 * Holds a provider against what Äriregister has under its code: one that is being wound up, is bankrupt or deleted is not to be referred to, and another
 * name is another undertaking or a slip of the pen. Nothing is refused by it: the registry manager sees it and decides.
 */
export function judgeProvider(name: string, registered: Registered | undefined): Exclude<CheckState, 'WAITING'> {
  if (registered === undefined) return 'NOT_FOUND';
  if (registered.status !== 'R') return 'NOT_ACTIVE';
  return plain(name) === plain(registered.name) ? 'CONFIRMED' : 'NAME_DIFFERS';
}

/** Names are told apart by their words, however they are spaced, quoted and written large. */
function plain(name: string): string {
  return name
    .normalize('NFKC')
    .toLocaleLowerCase('et')
    .replaceAll(/["'„“”«»]/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
}
