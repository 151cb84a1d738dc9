import type { CareKind, Carer } from './care-facts.ts';
import type { Hooldaja } from './generated/star.ts';

/** `hoolduseLiik`, after the title that the contract gives it: no list of its values is public. */
const KINDS = { CARER: 'Hooldaja', FAMILY_CARER: 'Perekonnas hooldaja' } as const satisfies Record<CareKind, string>;

/** One sentence for everybody who cared for nobody in the period: whether the register knows the person was not asked (IKÜM art 5 lg 1 p c). */
const NO_CARE = 'Päringus esitatud perioodil ei ole isik kellegi hooldaja.';

/** `hooldaja` of the answers. Days are those of the decision, not cut to the period: the contract tells of the care that was set. */
export function carerAnswer(carer: Carer | undefined): Hooldaja {
  if (carer === undefined) return { viga: NO_CARE };
  return {
    isikukood: carer.personalCode,
    eesnimi: carer.firstName,
    perekonnanimi: carer.lastName,
    hooldused: {
      hooldus: carer.duties.map(({ begins, ends, kind, caredFor }) => ({
        hoolduseAlgus: begins.toString(),
        ...(ends === undefined ? {} : { hoolduseLopp: ends.toString() }),
        hoolduseLiik: KINDS[kind],
        hooldatavaIsikukood: caredFor,
      })),
    },
    rakendamised: {
      rakendamine: carer.benefits.map(({ begins, ends, municipality, reference }) => ({
        toetuseRakAlgus: begins.toString(),
        ...(ends === undefined ? {} : { toetuseRakLopp: ends.toString() }),
        omavalitsus: municipality,
        viitenumber: reference,
      })),
    },
  };
}
