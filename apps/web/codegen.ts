import type { CodegenConfig } from '@graphql-codegen/cli';

/**
 * Types and documents of every `*.graphql` file beside the code that uses it:
 * `import { AreasDocument, type AreasQuery } from '../generated/graphql'`.
 */
const config: CodegenConfig = {
  schema: '../../libs/contract/schema.graphql',
  documents: 'src/**/*.graphql',
  generates: {
    'src/generated/graphql.ts': {
      plugins: ['typescript-operations', './codegen/documents.mjs'],
    },
    'src/generated/persisted-documents.json': { plugins: ['./codegen/manifest.mjs'] },
  },
  config: {
    enumType: 'string-literal',
    skipTypeNameForRoot: true,
    immutableTypes: false,
    scalars: {
      ID: 'string',
      UUID: 'string',
      DateTime: 'string',
      Date: 'string',
      GeoJSONGeometry: "import('@kvarter/geo').Geometry",
      GeoJSONFeatureCollection: "import('@kvarter/geo').FeatureCollection",
    },
  },
};

export default config;
