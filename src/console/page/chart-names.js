import { duration } from './format.js';
import { text } from './texts.js';

/** What a chart of exchanges shows, in words: for whoever cannot see it. */
export function exchangesInWords(register, span, totals) {
  if (totals.all === 0) return `${register}: ${text('quiet')}`;
  const { ANSWERED: answered, REJECTED: rejected, FAULTED: faulted, TIMEOUT: timeout, TECHNICAL: technical } = totals;
  return text('chartExchanges', { register, span: text(`span${span}`), answered, rejected, faulted, timeout, technical });
}

/** The same of a chart of times. */
export function latencyInWords(register, { p50, p95 }) {
  return p50 === null ? `${register}: ${text('quiet')}` : text('chartLatency', { register, p50: duration(p50), p95: duration(p95) });
}
