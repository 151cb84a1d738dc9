import { Type } from 'typebox';
import { SOURCES } from './entry.ts';
import { RELATIONS } from './network-member.ts';

const Id = Type.String({ format: 'uuid' });
const Day = Type.String({ format: 'date' });

/** Since when, on whose word, and who entered it when (REQ-047). */
const provenance = {
  validFrom: Day,
  validTo: Type.Optional(Day),
  source: Type.Enum([...SOURCES]),
  enteredBy: Id,
  enteredAt: Type.String({ format: 'date-time' }),
};

const place = {
  text: Type.String(),
  adsOid: Type.Optional(Type.String()),
  country: Type.String(),
  municipalityCode: Type.Optional(Type.String()),
};

const Address = Type.Object({ ...place, ...provenance });

/** A person with a file, as another's file names them. */
export const PersonNamed = Type.Object({
  clientId: Id,
  firstName: Type.Optional(Type.String()),
  lastName: Type.Optional(Type.String()),
});

/** Who a person is: what a search finds. */
export const ClientReply = Type.Object({
  id: Id,
  personalCode: Type.Optional(Type.String()),
  internalCode: Type.Optional(Type.String()),
  firstName: Type.String(),
  lastName: Type.String(),
  birthDate: Type.Optional(Day),
  sex: Type.Optional(Type.Enum(['MALE', 'FEMALE'])),
  citizenship: Type.Optional(Type.String()),
});

/** The client file as it stands today. */
export const GeneralReply = Type.Object({
  ...ClientReply.properties,
  otherIds: Type.Array(Id),
  names: Type.Array(Type.Object({ firstName: Type.String(), lastName: Type.String(), ...provenance })),
  contacts: Type.Optional(Type.Object({ phone: Type.Optional(Type.String()), email: Type.Optional(Type.String()), ...provenance })),
  residence: Type.Optional(Address),
  actualAddress: Type.Optional(Address),
  bankAccounts: Type.Array(Type.Object({ id: Id, iban: Type.String(), owner: Type.String(), ...provenance })),
  network: Type.Array(
    Type.Object({
      id: Id,
      relation: Type.Enum([...RELATIONS]),
      role: Type.Optional(Type.String()),
      clientId: Type.Optional(Id),
      firstName: Type.Optional(Type.String()),
      lastName: Type.Optional(Type.String()),
      organisation: Type.Optional(Type.String()),
      registryCode: Type.Optional(Type.String()),
      ...provenance,
    }),
  ),
  household: Type.Array(PersonNamed),
  lastProceedingData: Type.Optional(
    Type.Object({
      proceedingId: Id,
      actualAddress: Type.Optional(Type.Object(place)),
      socialStatus: Type.Optional(Type.String()),
      link: Type.String(),
    }),
  ),
});

export const HouseholdReply = Type.Object({ on: Day, members: Type.Array(PersonNamed) });

/** Lines of a file. What a line says is of the kind of thing that it tells of. */
export const ToldReply = Type.Object({
  items: Type.Array(
    Type.Object({
      id: Id,
      kind: Type.String(),
      enteredBy: Type.Object({ userId: Id, name: Type.String(), institution: Type.Object({ id: Id, name: Type.String() }) }),
      enteredAt: Type.String({ format: 'date-time' }),
      content: Type.Object({}, { additionalProperties: true }),
    }),
  ),
  next: Type.Optional(Id),
});
