export type { ListedClient, ListedService } from './listed.ts';
export {
  createMetadataClient,
  type Description,
  type MetadataClient,
  type MetadataFailure,
  type MetadataOptions,
} from './metadata-client.ts';
