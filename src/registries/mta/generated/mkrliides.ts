// Generated from wsdl/mkrliides.wsdl by `npm run generate`: change that file, not this one.
import { bodyCodec, type Operation, type TypeTable } from '../../../xroad/index.ts';

export interface UploadMime {
  readonly request: UploadMimeRequestType;
}

export interface UploadMimeRequestType {
  readonly target: string;
  readonly operation?: string;
  readonly file?: UploadMimeRequestType_file;
  readonly props?: Properties;
}

export interface UploadMimeRequestType_file {
  readonly '@href'?: string;
  readonly value: string;
}

export interface Properties {
  readonly prop: readonly Properties_prop[];
}

export interface Properties_prop {
  readonly '@key': string;
  readonly value: string;
}

export interface UploadMimeResponse {
  readonly request: UploadMimeRequestType;
  readonly response: UploadMimeResponseType;
}

export interface UploadMimeResponseType {
  readonly messages: CodeAndDescription;
}

export interface CodeAndDescription {
  readonly item: readonly CodeAndDescription_item[];
}

export interface CodeAndDescription_item {
  readonly code: string;
  readonly description: string;
}

export interface DownloadMime {
  readonly request: DownloadMimeRequestType;
}

export interface DownloadMimeRequestType {
  readonly target: string;
  readonly id?: string;
}

export interface DownloadMimeResponse {
  readonly request: DownloadMimeRequestType;
  readonly response: DownloadMimeResponseType;
}

export interface DownloadMimeResponseType {
  readonly faultCode?: string;
  readonly faultString?: string;
  readonly file?: DownloadMimeResponseType_file;
  readonly props?: Properties;
}

export interface DownloadMimeResponseType_file {
  readonly '@href'?: string;
  readonly value: string;
}

const types = {
  uploadMime: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'UploadMimeRequestType' },
    ],
    attributes: [],
    text: false,
  },
  UploadMimeRequestType: {
    members: [
      { name: 'target', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'operation', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'file', namespace: '', optional: true, many: false, nillable: false, type: 'UploadMimeRequestType_file' },
      { name: 'props', namespace: '', optional: true, many: false, nillable: false, type: 'Properties' },
    ],
    attributes: [],
    text: false,
  },
  UploadMimeRequestType_file: {
    members: [],
    attributes: [
      { namespace: '', name: 'href', optional: true },
    ],
    text: true,
  },
  Properties: {
    members: [
      { name: 'prop', namespace: '', optional: false, many: true, nillable: false, type: 'Properties_prop' },
    ],
    attributes: [],
    text: false,
  },
  Properties_prop: {
    members: [],
    attributes: [
      { namespace: '', name: 'key', optional: false },
    ],
    text: true,
  },
  uploadMimeResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'UploadMimeRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'UploadMimeResponseType' },
    ],
    attributes: [],
    text: false,
  },
  UploadMimeResponseType: {
    members: [
      { name: 'messages', namespace: '', optional: false, many: false, nillable: false, type: 'CodeAndDescription' },
    ],
    attributes: [],
    text: false,
  },
  CodeAndDescription: {
    members: [
      { name: 'item', namespace: '', optional: false, many: true, nillable: false, type: 'CodeAndDescription_item' },
    ],
    attributes: [],
    text: false,
  },
  CodeAndDescription_item: {
    members: [
      { name: 'code', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'description', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  downloadMime: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'DownloadMimeRequestType' },
    ],
    attributes: [],
    text: false,
  },
  DownloadMimeRequestType: {
    members: [
      { name: 'target', namespace: '', optional: false, many: false, nillable: false, type: 'text' },
      { name: 'id', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
    ],
    attributes: [],
    text: false,
  },
  downloadMimeResponse: {
    members: [
      { name: 'request', namespace: '', optional: false, many: false, nillable: false, type: 'DownloadMimeRequestType' },
      { name: 'response', namespace: '', optional: false, many: false, nillable: false, type: 'DownloadMimeResponseType' },
    ],
    attributes: [],
    text: false,
  },
  DownloadMimeResponseType: {
    members: [
      { name: 'faultCode', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'faultString', namespace: '', optional: true, many: false, nillable: false, type: 'text' },
      { name: 'file', namespace: '', optional: true, many: false, nillable: false, type: 'DownloadMimeResponseType_file' },
      { name: 'props', namespace: '', optional: true, many: false, nillable: false, type: 'Properties' },
    ],
    attributes: [],
    text: false,
  },
  DownloadMimeResponseType_file: {
    members: [],
    attributes: [
      { namespace: '', name: 'href', optional: true },
    ],
    text: true,
  },
} as const satisfies TypeTable;

export const uploadMime: Operation<UploadMime, UploadMimeResponse> = {
  serviceCode: 'uploadMime',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'uploadMime', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'uploadMime' }, types),
  response: bodyCodec({ name: 'uploadMimeResponse', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'uploadMimeResponse' }, types),
};

export const downloadMime: Operation<DownloadMime, DownloadMimeResponse> = {
  serviceCode: 'downloadMime',
  serviceVersion: 'v1',
  request: bodyCodec({ name: 'downloadMime', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'downloadMime' }, types),
  response: bodyCodec({ name: 'downloadMimeResponse', namespace: 'http://emta-v6.x-road.eu', optional: false, many: false, nillable: false, type: 'downloadMimeResponse' }, types),
};
