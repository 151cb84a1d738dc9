/** One line of Prometheus' text format. `family`: the metric that a histogram's `_bucket`, `_sum` and `_count` belong to. */
export interface Sample {
  readonly family: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
}

/** Reads what `/metrics` tells (text format 0.0.4); a line that is neither comment nor sample is an error. */
export function exposition(text: string): { readonly types: ReadonlyMap<string, string>; readonly samples: readonly Sample[] } {
  const types = new Map<string, string>();
  const samples: Sample[] = [];
  for (const line of text.split('\n')) {
    const typed = /^# TYPE (\w+) (\w+)$/.exec(line);
    if (typed !== null) types.set(typed[1] ?? '', typed[2] ?? '');
    if (line === '' || line.startsWith('#')) continue;
    const [, name = '', labels = '', value = ''] = /^(\w+)(?:\{(.*)\})? (\S+)$/.exec(line) ?? [];
    if (name === '') throw new SyntaxError(`no sample: ${line}`);
    const family = types.has(name) ? name : name.replace(/_(bucket|sum|count)$/, '');
    if (!types.has(family)) throw new SyntaxError(`no type was told of ${name}`);
    const pairs = [...labels.matchAll(/(\w+)="((?:[^"\\]|\\.)*)"/g)].map(([, label = '', inside = '']) => [label, inside]);
    samples.push({ family, name, labels: Object.fromEntries(pairs), value: Number(value) });
  }
  return { types, samples };
}
