/** A part of an institution that its people work in (struktuuriüksus): of the SKA, say, child protection, or victim support. */
export interface Department {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  /** Nobody is entered as working there any more. */
  readonly closed: boolean;
  readonly version: number;
}
