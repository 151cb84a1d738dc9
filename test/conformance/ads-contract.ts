import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shared } from '../shared.ts';

/** What the file holds that the real contract includes and that is not public: types of which our contract makes as little. */
const TYPES = `<complexType name="adsTaseType" mixed="true"><sequence><any minOccurs="0" maxOccurs="unbounded" processContents="skip"/></sequence></complexType>
<simpleType name="adsobjliikKlassifikaator"><restriction base="string"/></simpleType>
<simpleType name="adsSyndmusType"><restriction base="string"/></simpleType>`;

/** The real contract of ADSaadrmuudatused, v4, with the types that its own file leaves to another. */
export function realAddressChanges(): string {
  const text = readFileSync(join(shared, 'registries/wsdl/ads/adsv6-2017-12-27b.wsdl'), 'utf8').replace(/^\uFEFF/, '');
  return text.replace(/<include schemaLocation="[^"]*ads_types.xsd" \/>/, TYPES);
}
