export const USAGE = `Usage: star-xtee-gateway xroad <command> [options]

  list-clients [INSTANCE]          members and subsystems of an instance; without a name, of your own
  list-methods PROVIDER            services of a member or subsystem, as EE/GOV/70008440/rr
  allowed-methods PROVIDER         those of them that you may call
  get-wsdl SERVICE                 the description of a SOAP service, as EE/GOV/70008440/rr/RR456/v1
  get-openapi SERVICE              the description of a REST service, as EE/GOV/70008440/rr/people
  generate FILE.wsdl               a typed TypeScript module of its services
  compare-wsdl BEFORE AFTER        what has changed between two editions of a contract, and whether it breaks its consumers

  get-container ID > FILE.asice    the signed answer of one of your exchanges, by its message id; --request: your request
  get-trust > FILE.zip             whom your security server trusts
  verify FILE.asice --trust FILE   whether a signed document holds, and what it proves;
                                   --trust: what get-trust fetched, or one shared-params.xml

  --server URL     your security server              (or XROAD_SECURITY_SERVER)
  --client ID      your member or subsystem          (or XROAD_CLIENT)
  --cert FILE --key FILE --ca FILE                   mutual TLS: your certificate and key, the security server's certificate (PEM)
  --rest, --soap   services of one protocol only
  --import PATH    generate: where the module imports the X-Road library from
  --json           for programs: one JSON document
  --deadline S     seconds to wait at most, 60 unless told

Ends with 0; with 1 when X-Road or the network refused, whose code is told, when a document does not hold, or when a contract breaks; with 2 when the command is not
as above.
`;
