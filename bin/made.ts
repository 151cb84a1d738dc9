/** A file that is made from something else. */
export interface Made {
  readonly file: string;
  readonly from: string;
  readonly text: string;
}
