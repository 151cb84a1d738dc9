import { type AddressLine, addressLog, presentForm } from '../facts/address-log.ts';
import { type SimulatedRegister, textAt } from './register.ts';

/** The most that is told at once, and what is taken for the days where nobody says how many. */
const LINES_AT_MOST = 100;
const ONE_DAY = 1;

/** The address system: every word of the text must stand in an address where somebody lives; which is full is found first. Its log follows the calendar. */
export const ads: SimulatedRegister = {
  name: 'ads',
  subsystem: 'EE/GOV/70003098/ads',
  wsdl: 'ads.wsdl',
  services: {
    ADSnormal({ request, country }) {
      const { aadressid } = request as { readonly aadressid: { readonly aadress: readonly { readonly tekst?: string }[] } };
      const words = (aadressid.aadress[0]?.tekst ?? '')
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((word) => word !== '');
      const addresses = country.addresses;
      const place = addresses.findIndex((address) => words.every((word) => address.toLowerCase().includes(word)));
      const found = addresses[place];
      if (words.length === 0 || found === undefined) return { normalTulem: '0', teade: 'Aadressi ei leitud', lahiAadress: '' };
      const { adrId, codeAddress } = presentForm(found, place);
      return {
        normalTulem: '1',
        taisAadress: found,
        lahiAadress: nearOf(found),
        aadressid: { aadress: [{ tekst: '', adrId: String(adrId), koodaadress: codeAddress }] },
      };
    },
    /** The days and the place in the log both narrow what is told, as far as is public; what it says to neither of them is not. */
    ADSaadrmuudatused({ request, country, today }) {
      const [from, behind] = [textAt(request, 'muudetudAlates'), textAt(request, 'logId')];
      if (from === '' && behind === '') return { fault: { faultCode: '1', faultString: 'Päringus peab olema muudetudAlates või logId' } };
      const days = Number(textAt(request, 'muudetudPaevad') || ONE_DAY);
      const atMost = Number(textAt(request, 'maxarv') || LINES_AT_MOST);
      const withKin = (request as { readonly aadressJarglased?: boolean }).aadressJarglased === true;
      const lines = addressLog(country, today)
        .filter(({ day }) => from === '' || (day.toString() >= from.slice(0, 10) && day.since(from.slice(0, 10)).days < days))
        .filter(({ logId }) => behind === '' || logId > Number(behind))
        .slice(0, atMost);
      return lines.length === 0 ? {} : { muudatused: { muudatus: lines.map((line) => written(line, withKin)) } };
    },
  },
};

function written({ logId, day, event, version, former, predecessor, successor }: AddressLine, withKin: boolean): object {
  return {
    logId: String(logId),
    // At the first moment of its day, so that whatever hour it is has passed.
    logStamp: `${day.toString()}T00:00:00`,
    syndmus: event,
    koodAadress: version.codeAddress,
    adrId: String(version.adrId),
    taisAadress: version.address,
    lahiAadress: nearOf(version.address),
    ...(former === undefined
      ? {}
      : { vanaAdrId: String(former.adrId), vanaTaisAadress: former.address, vanaLahiAadress: nearOf(former.address) }),
    ...(withKin && predecessor !== undefined ? { eellased: String(predecessor.adrId) } : {}),
    ...(withKin && successor !== undefined ? { jarglased: String(successor.adrId) } : {}),
    poleSeotud: event === 'D',
  };
}

function nearOf(address: string): string {
  return address.split(',')[0] ?? address;
}
