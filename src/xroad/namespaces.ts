/** SOAP 1.1 envelope; X-Road 4.0 knows no other (PR-MESS 2.1). */
export const SOAP_ENVELOPE = 'http://schemas.xmlsoap.org/soap/envelope/';
/** X-Road header elements (PR-MESS 2.2). */
export const XROAD = 'http://x-road.eu/xsd/xroad.xsd';
/** Parts of X-Road identifiers and `objectType` (PR-MESS 2.1). */
export const IDENTIFIERS = 'http://x-road.eu/xsd/identifiers';
/** Third party representation extension. */
export const REPRESENTATION = 'http://x-road.eu/xsd/representation.xsd';
/** Security token extension. */
export const SECURITY_TOKEN = 'http://x-road.eu/xsd/security-token.xsd';
/** Personal data usage extension of Estonia (Andmejälgija, pdu_extension). */
export const PERSONAL_DATA_USAGE = 'http://x-road.eu/xsd/pdu.xsd';
/** The only digest a security server puts into requestHash. */
export const SHA_512 = 'http://www.w3.org/2001/04/xmlenc#sha512';
/** Operational monitoring of security servers (PR-OPMON). */
export const MONITORING = 'http://x-road.eu/xsd/op-monitoring.xsd';
