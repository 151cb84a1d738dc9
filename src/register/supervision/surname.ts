/**
 * Whether two people share a surname, or a part of a double one: `Tamm` and `Kask-Tamm`. The first is a whole name, whose last word is the surname.
 */
export function sharesSurname(wholeName: string, lastName: string): boolean {
  const own = new Set(partsOf(wholeName.trim().split(/\s+/).at(-1) ?? ''));
  return partsOf(lastName).some((part) => own.has(part));
}

function partsOf(surname: string): readonly string[] {
  return surname
    .toLocaleLowerCase('et')
    .split(/[\s-]+/)
    .filter((part) => part !== '');
}
