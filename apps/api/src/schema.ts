/** Writes the GraphQL contract, libs/contract/schema.graphql, from the code. Needs no database. */
import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { lexicographicSortSchema, printSchema } from 'graphql';
import { AppModule } from './app.module.js';
import { buildSchemaOptions } from './platform/graphql/kvarter.driver.js';
import { resolversOf } from './platform/graphql/resolvers-of.js';

const file = fileURLToPath(new URL('../../../libs/contract/schema.graphql', import.meta.url));

const app = await NestFactory.create(GraphQLSchemaBuilderModule, { logger: false });
await app.init();
const schema = await app.get(GraphQLSchemaFactory).create(await resolversOf(AppModule), buildSchemaOptions);
await app.close();

const text = `# Written from the code by \`npm run schema -w apps/api\`.\n\n${printSchema(lexicographicSortSchema(schema))}\n`;
if (process.argv.includes('--check')) {
  // For CI: the contract in the tree is the one the code speaks.
  if (readFileSync(file, 'utf8') !== text) throw new Error('libs/contract/schema.graphql is not what the code says: run npm run schema -w apps/api');
} else {
  writeFileSync(file, text);
}
