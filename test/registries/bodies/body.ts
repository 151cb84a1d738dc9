/** Bodies of one query type in its register's own way of speaking. Written by hand after the register's interface description. */
export interface Bodies {
  readonly parameters: Readonly<Record<string, unknown>>;
  /** What a write has fixed when it was asked. */
  readonly fixed?: Readonly<Record<string, unknown>>;
  /** Our contract, under `wsdl`, and the real one where one is public. */
  readonly contract: string;
  readonly real?: string;
  readonly found: string;
  /** How it says that there is nothing; or why it has no need to. */
  readonly notFound: string | { readonly none: string };
  /** Its refusal in the body; or why it has none. */
  readonly businessError: string | { readonly none: string };
  /** The same answer about somebody else; or why there is none that could be told apart. */
  readonly another: string | { readonly none: string };
}

export type BodiesByType = Readonly<Record<string, Bodies>>;

/** Who is asked about, and who is not. */
export const SUBJECT = '47101010033';
export const ANOTHER = '50001010017';

/** Stands wherever the answer holds something that the purpose does not need. */
export const CANARY = 'ÜLEARUNE';
