/** PostGraphile 5 on the same tables, as the same login, with the same settings in its transactions. */
import { createServer } from 'node:http';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';

const { PORT, DATABASE_URL, TENANT, PERSON } = process.env;
const preset = {
  extends: [PostGraphileAmberPreset],
  pgServices: [makePgService({ connectionString: DATABASE_URL, schemas: ['open_room'], poolConfig: { max: 12 } })],
  grafserv: { graphqlPath: '/graphql', graphiql: false, watch: false },
  grafast: { explain: false, context: () => ({ pgSettings: { 'kvarter.tenant': TENANT, 'kvarter.person': PERSON, 'kvarter.purpose': 'read' } }) },
};
const server = createServer();
await postgraphile(preset).createServ(grafserv).addTo(server);
server.listen(Number(PORT), '127.0.0.1', () => console.log('ready'));
