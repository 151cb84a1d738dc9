/** Letters, digits and marks that mean themselves in XSD's expressions and in ours; outside a class also the space. */
const LITERAL = /^[A-Za-z0-9ÄÖÕÜŠŽäöõüšž _:,;=%&#!"'~<>/@-]/;
const ESCAPED = /^\\[.\\\-()[\]{}|*+?^nrtd]/;
const QUANTIFIER = /^(?:[?*+]|\{\d{1,4}(?:,\d{0,4})?\})/;
/** A class of single characters and ranges: nothing taken away, nothing turned round. */
const CLASS = /^\[(?!\^)(?:[A-Za-z0-9ÄÖÕÜŠŽäöõüšž _:,;=%&#!"'~<>/@.+*?()|$]|\\[.\\\-[\]^nrtd]|-(?!\[))+\]/;
const GROUPING = /^(?:[()|.])/;
/** What means something else to us, and groups that repeat: ours are tried out one way after the other, XSD's are not. */
const ODD = /\(\?|\)[*+{]/;
const TOKENS = [LITERAL, ESCAPED, CLASS, GROUPING, QUANTIFIER];

/**
 * A pattern of a schema (XSD 1.0, appendix F) as an expression of ours that never takes what the pattern does not; undefined where the
 * languages part (`\w`, `\s`, `\p{..}`, classes less others). `\d` here is the ten ASCII digits, `.` a little less than XSD's.
 */
export function plainPattern(pattern: string): RegExp | undefined {
  if (ODD.test(pattern)) return undefined;
  for (let rest = pattern; rest !== ''; ) {
    const token = TOKENS.map((one) => one.exec(rest)?.[0]).find((found) => found !== undefined);
    if (token === undefined) return undefined;
    rest = rest.slice(token.length);
  }
  try {
    return new RegExp(`^(?:${pattern})$`);
  } catch {
    return undefined;
  }
}
