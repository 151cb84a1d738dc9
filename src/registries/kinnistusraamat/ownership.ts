import { present, said } from '../values.ts';
import type { ArrayOfKinnistuIsik, ArrayOfKinnistuKatastriyksus } from './generated/kinnistusraamat.ts';

/** A parcel of a property: where it is, and what it is for. */
export interface Parcel {
  readonly cadastralNumber?: string;
  readonly address?: string;
  readonly area?: string;
  readonly purposes: readonly string[];
}

export function parcelsOf(list: ArrayOfKinnistuKatastriyksus | null | undefined): readonly Parcel[] {
  return (list?.KinnistuKatastriyksus ?? []).flatMap((parcel) =>
    parcel === null
      ? []
      : present<Parcel>({
          cadastralNumber: said(parcel.katastritunnus),
          address: said(parcel.katastriyksuse_aadress) ?? said(parcel.aadressobjekt?.taisaadress),
          area: said([parcel.pindala, parcel.pindala_yhik].flatMap((part) => said(part) ?? []).join(' ')),
          purposes: (parcel.sihtotstarbed?.Sihtotstarve ?? []).flatMap((purpose) => said(purpose?.sihtotstarve_tekst) ?? []),
        }),
  );
}

/** Personal codes of those who own a share together. */
export function codesOf(people: ArrayOfKinnistuIsik | null | undefined): readonly string[] {
  return (people?.KinnistuIsik ?? []).flatMap((person) =>
    (person?.isiku_koodid?.Isiku_kood ?? []).flatMap((code) => said(code?.r_kood) ?? []),
  );
}

/** A share as the register writes it: `1/2`; undefined where it does not say. */
export function fraction(numerator: string | null | undefined, denominator: string | null | undefined): string | undefined {
  const [over, under] = [said(numerator), said(denominator)];
  return over === undefined || under === undefined ? undefined : `${over}/${under}`;
}
