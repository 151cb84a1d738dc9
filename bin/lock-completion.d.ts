/** The part of a package lock (version 3) that is looked at. */
export interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      {
        readonly version?: string;
        readonly optional?: boolean;
        readonly os?: readonly string[];
        readonly cpu?: readonly string[];
        readonly libc?: readonly string[];
        readonly optionalDependencies?: Readonly<Record<string, string>>;
      }
    >
  >;
}

export function missingOptionals(lock: Lock): { readonly path: string; readonly name: string; readonly version: string }[];
export function completed<L extends Lock>(lock: L): L;
