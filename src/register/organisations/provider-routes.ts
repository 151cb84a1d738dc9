import { Type } from 'typebox';
import { type Clock, fail, failure, ok } from '../../platform/index.ts';
import type { Database } from '../../storage/index.ts';
import { PASSWORD_LENGTH_AT_LEAST, PASSWORD_LENGTH_AT_MOST, ROLES_OF, type Route, read, write } from '../access/index.ts';
import { changePlace, openPlace } from './change-places.ts';
import type { Institution } from './institution.ts';
import { findInstitutionById, listInstitutions } from './institution-store.ts';
import { CHECK_STATES } from './provider-check.ts';
import { findChecks, type ProviderCheck } from './provider-check-store.ts';
import { findPlace, findRegistration, listPlaces } from './provider-store.ts';
import { registerProvider } from './register-provider.ts';
import {
  Address,
  Contacts,
  Day,
  DocumentId,
  Id,
  LastDay,
  Name,
  nextOf,
  Params,
  pageOf,
  paging,
  Services,
  strict,
  Time,
} from './schemas.ts';
import type { ServicePlace } from './service-place.ts';

/** Workers of a provider entered with it; the others are its administrator's to enter. */
const INITIAL_USERS_AT_MOST = 20;

const Place = {
  address: Address,
  services: Services,
  validFrom: Day,
  validTo: LastDay,
};
const PlaceReply = Type.Object({ id: Id, ...Place });

const ProviderReply = Type.Object({ id: Id, registryCode: Type.String(), name: Type.String(), places: Type.Array(PlaceReply) });
const OneProviderReply = Type.Object({
  ...ProviderReply.properties,
  registeredAt: Type.Optional(Time),
  requestDocumentId: Type.Optional(Type.String()),
  /** What Äriregister has under its code. */
  check: Type.Optional(
    Type.Object({ state: Type.Enum([...CHECK_STATES]), registeredName: Type.Optional(Type.String()), checkedAt: Type.Optional(Time) }),
  ),
});

const InitialUser = Type.Object(
  {
    username: Type.String({ minLength: 3, maxLength: 100, pattern: '^[a-z0-9][a-z0-9._-]+$' }),
    password: Type.String({ minLength: PASSWORD_LENGTH_AT_LEAST, maxLength: PASSWORD_LENGTH_AT_MOST }),
    firstName: Name,
    lastName: Name,
    personalCode: Type.String({ minLength: 1, maxLength: 20 }),
    contacts: Contacts,
    roles: Type.Array(Type.Enum([...ROLES_OF.PROVIDER]), { minItems: 1, uniqueItems: true }),
  },
  strict,
);

function checkView({ state, registeredName, checkedAt }: ProviderCheck) {
  return {
    state,
    ...(registeredName === undefined ? {} : { registeredName }),
    ...(checkedAt === undefined ? {} : { checkedAt: checkedAt.toString() }),
  };
}

/** Service providers (teenuseosutajad), where they serve, and what. */
export function providerRoutes(ports: { readonly database: Database; readonly clock: Clock }): readonly Route[] {
  const { database } = ports;
  const shown = async (id: string) => {
    const provider = await findInstitutionById(database.db, id);
    if (provider?.kind !== 'PROVIDER') return fail(failure('PROVIDER_NOT_FOUND'));
    const [places, registration, checks] = await Promise.all([
      listPlaces(database.db, [id]),
      findRegistration(database.db, id),
      findChecks(database.db, [id]),
    ]);
    const check = checks.get(id);
    const registered =
      registration === undefined
        ? {}
        : { registeredAt: registration.registeredAt.toString(), requestDocumentId: registration.requestDocument };
    const looked = check === undefined ? {} : { check: checkView(check) };
    return ok({ body: { ...viewOf(provider, places), ...registered, ...looked }, version: String(provider.version) });
  };
  const shownPlace = async (id: string) => {
    const place = await findPlace(database.db, id);
    return place === undefined ? fail(failure('SERVICE_PLACE_NOT_FOUND')) : ok({ body: placeView(place), version: String(place.version) });
  };
  return [
    write({
      method: 'POST',
      path: '/providers',
      summary: 'Registers a provider on its signed request: where it serves, what, and who works in it first',
      callers: ['REGISTRY_MANAGER'],
      body: Type.Object(
        {
          registryCode: Type.String({ minLength: 1, maxLength: 20 }),
          name: Name,
          serviceAddress: Address,
          services: Services,
          requestDocumentId: DocumentId,
          initialUsers: Type.Array(InitialUser, { maxItems: INITIAL_USERS_AT_MOST }),
        },
        strict,
      ),
      reply: OneProviderReply,
      async perform({ actor, body }, tx) {
        const registered = await registerProvider(ports, tx, actor, body);
        return registered.ok ? ok({ status: 201, id: registered.value, location: `/api/v1/providers/${registered.value}` }) : registered;
      },
      show: (_call, id) => shown(id),
    }),
    read({
      method: 'GET',
      path: '/providers',
      summary: 'Service providers, and what each offers where',
      callers: 'SIGNED_IN',
      query: Type.Object(paging, strict),
      reply: Type.Object({ items: Type.Array(ProviderReply), next: Type.Optional(Id) }),
      async show({ query }) {
        const page = pageOf(query);
        const providers = await listInstitutions(database.db, { kind: 'PROVIDER', ...page });
        const places = await listPlaces(
          database.db,
          providers.map(({ id }) => id),
        );
        return ok({ body: { items: providers.map((provider) => viewOf(provider, places)), ...nextOf(providers, page.limit) } });
      },
    }),
    read({
      method: 'GET',
      path: '/providers/:id',
      summary: 'A service provider',
      callers: 'SIGNED_IN',
      params: Params,
      reply: OneProviderReply,
      show: ({ params }) => shown(params.id),
    }),
    write({
      method: 'POST',
      path: '/providers/:id/places',
      summary: 'Enters one more place where a provider serves',
      callers: ['ADMIN', 'REGISTRY_MANAGER'],
      params: Params,
      body: Type.Object(Place, strict),
      reply: PlaceReply,
      async perform({ actor, params, body }, tx) {
        const opened = await openPlace(ports, tx, actor, { providerId: params.id, ...body });
        return opened.ok ? ok({ status: 201, id: opened.value }) : opened;
      },
      show: (_call, id) => shownPlace(id),
    }),
    write({
      method: 'PUT',
      path: '/service-places/:id',
      summary: 'Changes a place: where it is, what is served there, until when',
      callers: ['ADMIN', 'REGISTRY_MANAGER'],
      versioned: true,
      params: Params,
      body: Type.Object(Place, strict),
      reply: PlaceReply,
      async perform({ actor, params, body, ifMatch }, tx) {
        const changed = await changePlace(ports, tx, actor, { id: params.id, ...body, ifMatch });
        return changed.ok ? ok({ status: 200, id: changed.value }) : changed;
      },
      show: (_call, id) => shownPlace(id),
    }),
  ];
}

function viewOf({ id, registryCode, name }: Institution, places: readonly ServicePlace[]) {
  return { id, registryCode, name, places: places.filter(({ providerId }) => providerId === id).map(placeView) };
}

function placeView({ id, address, services, validFrom, validTo }: ServicePlace) {
  const { municipality, text, adsOid } = address;
  return {
    id,
    address: { municipality, text, ...(adsOid === undefined ? {} : { adsOid }) },
    services,
    validFrom: validFrom.toString(),
    ...(validTo === undefined ? {} : { validTo: validTo.toString() }),
  };
}
