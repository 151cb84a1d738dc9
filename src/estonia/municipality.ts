declare const brand: unique symbol;

/** The code of a municipality (valla või linna EHAK-kood): four digits. */
export type MunicipalityCode = string & { readonly [brand]: 'MunicipalityCode' };

export interface Municipality {
  readonly code: MunicipalityCode;
  readonly name: string;
  readonly county: string;
}

/**
 * The 79 municipalities since the reform of 2017, by county, as EHAK has them (Eesti haldus- ja asustusjaotuse klassifikaator, Statistikaamet; taken
 * from the local administrative units that Eurostat publishes of it, and equal to GeoNames). ISO 3166-2:EE has the same 79, of which it gives Kiili
 * as 305 and Saku as 719: EHAK has 0304 and 0718.
 */
const BY_COUNTY: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Harju maakond': {
    '0141': 'Anija vald',
    '0198': 'Harku vald',
    '0245': 'Jõelähtme vald',
    '0296': 'Keila linn',
    '0304': 'Kiili vald',
    '0338': 'Kose vald',
    '0353': 'Kuusalu vald',
    '0424': 'Loksa linn',
    '0431': 'Lääne-Harju vald',
    '0446': 'Maardu linn',
    '0651': 'Raasiku vald',
    '0653': 'Rae vald',
    '0718': 'Saku vald',
    '0726': 'Saue vald',
    '0784': 'Tallinn',
    '0890': 'Viimsi vald',
  },
  'Hiiu maakond': {
    '0205': 'Hiiumaa vald',
  },
  'Ida-Viru maakond': {
    '0130': 'Alutaguse vald',
    '0251': 'Jõhvi vald',
    '0321': 'Kohtla-Järve linn',
    '0442': 'Lüganuse vald',
    '0511': 'Narva linn',
    '0514': 'Narva-Jõesuu linn',
    '0735': 'Sillamäe linn',
    '0803': 'Toila vald',
  },
  'Järva maakond': {
    '0255': 'Järva vald',
    '0567': 'Paide linn',
    '0834': 'Türi vald',
  },
  'Jõgeva maakond': {
    '0247': 'Jõgeva vald',
    '0486': 'Mustvee vald',
    '0618': 'Põltsamaa vald',
  },
  'Lääne maakond': {
    '0184': 'Haapsalu linn',
    '0441': 'Lääne-Nigula vald',
    '0907': 'Vormsi vald',
  },
  'Lääne-Viru maakond': {
    '0191': 'Haljala vald',
    '0272': 'Kadrina vald',
    '0661': 'Rakvere vald',
    '0663': 'Rakvere linn',
    '0792': 'Tapa vald',
    '0901': 'Vinni vald',
    '0903': 'Viru-Nigula vald',
    '0928': 'Väike-Maarja vald',
  },
  'Pärnu maakond': {
    '0214': 'Häädemeeste vald',
    '0303': 'Kihnu vald',
    '0430': 'Lääneranna vald',
    '0624': 'Pärnu linn',
    '0638': 'Põhja-Pärnumaa vald',
    '0712': 'Saarde vald',
    '0809': 'Tori vald',
  },
  'Põlva maakond': {
    '0284': 'Kanepi vald',
    '0622': 'Põlva vald',
    '0708': 'Räpina vald',
  },
  'Rapla maakond': {
    '0293': 'Kehtna vald',
    '0317': 'Kohila vald',
    '0503': 'Märjamaa vald',
    '0668': 'Rapla vald',
  },
  'Saare maakond': {
    '0478': 'Muhu vald',
    '0689': 'Ruhnu vald',
    '0714': 'Saaremaa vald',
  },
  'Tartu maakond': {
    '0171': 'Elva vald',
    '0283': 'Kambja vald',
    '0291': 'Kastre vald',
    '0432': 'Luunja vald',
    '0528': 'Nõo vald',
    '0586': 'Peipsiääre vald',
    '0793': 'Tartu linn',
    '0796': 'Tartu vald',
  },
  'Valga maakond': {
    '0557': 'Otepää vald',
    '0824': 'Tõrva vald',
    '0855': 'Valga vald',
  },
  'Viljandi maakond': {
    '0480': 'Mulgi vald',
    '0615': 'Põhja-Sakala vald',
    '0897': 'Viljandi linn',
    '0899': 'Viljandi vald',
  },
  'Võru maakond': {
    '0142': 'Antsla vald',
    '0698': 'Rõuge vald',
    '0732': 'Setomaa vald',
    '0917': 'Võru vald',
    '0919': 'Võru linn',
  },
};

export const MUNICIPALITIES: readonly Municipality[] = Object.entries(BY_COUNTY)
  .flatMap(([county, names]) => Object.entries(names).map(([code, name]) => ({ code: code as MunicipalityCode, name, county })))
  .sort((a, b) => a.code.localeCompare(b.code));

const byCode = new Map<string, Municipality>(MUNICIPALITIES.map((municipality) => [municipality.code, municipality]));

/** The municipality of a code; undefined where there is none, as of one that was merged into another in 2017. */
export function findMunicipality(code: string): Municipality | undefined {
  return byCode.get(code);
}
