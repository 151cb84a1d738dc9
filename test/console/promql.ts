import { parser } from '@prometheus-io/lezer-promql';

/** What a query of Prometheus asks of which metric, by Prometheus' own grammar. */
export interface Asks {
  readonly selectors: readonly {
    readonly metric: string;
    readonly matchers: readonly { readonly label: string; readonly op: string; readonly value: string }[];
  }[];
  /** Labels by which something is grouped or matched. */
  readonly grouped: readonly string[];
}

/** Reads a query; one that Prometheus would refuse is an error. */
export function readPromql(query: string): Asks {
  const selectors: { metric: string; matchers: { label: string; op: string; value: string }[] }[] = [];
  const grouped: string[] = [];
  let inMatchers = false;
  parser.parse(query).iterate({
    enter({ name, from, to, type }) {
      const text = query.slice(from, to);
      if (type.isError) throw new SyntaxError(`not PromQL at ${from}: ${query}`);
      if (name === 'VectorSelector') selectors.push({ metric: '', matchers: [] });
      const last = selectors.at(-1);
      if (name === 'Identifier' && last !== undefined) last.metric = text;
      if (name === 'LabelMatchers') inMatchers = true;
      if (name === 'LabelName' && inMatchers) last?.matchers.push({ label: text, op: '', value: '' });
      else if (name === 'LabelName') grouped.push(text);
      const matcher = last?.matchers.at(-1);
      if (name === 'MatchOp' && matcher !== undefined) matcher.op = text;
      if (name === 'StringLiteral' && inMatchers && matcher !== undefined) matcher.value = text.slice(1, -1);
    },
    leave({ name }) {
      if (name === 'LabelMatchers') inMatchers = false;
    },
  });
  return { selectors, grouped };
}
