export type { ListedClient, ListedService } from './listed.ts';
export {
  createMetadataClient,
  type Description,
  type MetadataClient,
  type MetadataOptions,
} from './metadata-client.ts';
