/** What a register is made to do wrong. All off: it answers at once and rightly. */
export interface Knobs {
  /** Waits so long before it answers, ms. */
  latencyMs: number;
  /** Answers this fault instead, so many times. */
  fault: { code: string; text: string; times: number } | undefined;
  /** Takes the request and never answers. */
  hang: boolean;
  /** Sends its answer a byte a second. */
  drip: boolean;
  /** Cuts the connection in the middle of the answer. */
  cut: boolean;
  /** Says another request hash than the request's. */
  wrongHash: boolean;
  /** Answers a page of HTML, as a load balancer might. */
  html: boolean;
  /** Is in maintenance; the text is its administrator's. */
  maintenance: string | undefined;
}

export function quiet(): Knobs {
  return { latencyMs: 0, fault: undefined, hang: false, drip: false, cut: false, wrongHash: false, html: false, maintenance: undefined };
}
