import type { SimulatedRegister } from './register.ts';

/** The address system: every word of the text must stand in an address where somebody lives; which is full is found first. */
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
      const addresses = [...new Set(country.people.map(({ household }) => household.address))];
      const place = addresses.findIndex((address) => words.every((word) => address.toLowerCase().includes(word)));
      const found = addresses[place];
      if (words.length === 0 || found === undefined) return { normalTulem: '0', teade: 'Aadressi ei leitud', lahiAadress: '' };
      return {
        normalTulem: '1',
        taisAadress: found,
        lahiAadress: found.split(',')[0] ?? found,
        aadressid: { aadress: [{ tekst: '', adrId: String(2_000_000 + place), koodaadress: `37784${String(place).padStart(6, '0')}` }] },
      };
    },
  },
};
