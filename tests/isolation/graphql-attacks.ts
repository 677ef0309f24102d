/** Attacks made from the contract: every field, with the ids of somebody else's things, over HTTP and socket. */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import {
  buildSchema,
  getNamedType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
} from 'graphql';
import { root } from '../../infra/local/workspace.mjs';
import { square } from '../support/areas.js';
import type { ApiClient } from '../support/client.js';

export const schema = buildSchema(readFileSync(`${root}libs/contract/schema.graphql`, 'utf8'));

/** Ids of things by what they are: areaId, meetingId ... */
export type Things = Readonly<Record<string, string>>;

/** Which of their things an argument means; a new id argument that isn't here fails the suite. */
const meaning: Record<string, string> = {
  areaId: 'areaId',
  meetingId: 'meetingId',
  featureId: 'featureId',
  personId: 'personId',
  personIds: 'personId',
  editing: 'featureId',
  parentId: 'areaId',
  'area.id': 'areaId',
  'updateArea.id': 'areaId',
  'meeting.id': 'meetingId',
  'openMeeting.id': 'meetingId',
  'closeMeeting.id': 'meetingId',
  itemId: 'itemId',
  runSheetItemId: 'runSheetItemId',
  participantId: 'participantId',
  outcomeId: 'outcomeId',
  'setAgenda.id': 'itemId',
  'describeMeeting.id': 'meetingId',
  'rescheduleMeeting.id': 'meetingId',
  'cancelMeeting.id': 'meetingId',
  'revokeInvitation.id': 'invitationId',
  'revokeSession.id': 'sessionId',
  stakeholderId: 'stakeholderId',
  'stakeholder.id': 'stakeholderId',
  'updateStakeholder.id': 'stakeholderId',
  'removeStakeholder.id': 'stakeholderId',
  keepId: 'stakeholderId',
  dropId: 'otherStakeholderId',
  fromId: 'stakeholderId',
  toId: 'otherStakeholderId',
  perspectiveId: 'perspectiveId',
  roundId: 'roundId',
  'round.id': 'roundId',
  'describeRound.id': 'roundId',
  'changeRoundMilestone.id': 'milestoneId',
  'removeRoundMilestone.id': 'milestoneId',
  'changePreparationItem.id': 'preparationItemId',
  'removePreparationItem.id': 'preparationItemId',
  'placePreparationItem.id': 'preparationItemId',
  responsiblePersonId: 'personId',
  subjectId: 'agreementId',
  'agreement.id': 'agreementId',
  'updateAgreement.id': 'agreementId',
  'reportAgreement.id': 'agreementId',
  'dropAgreement.id': 'agreementId',
  'assignGap.id': 'gapId',
  'answerGap.id': 'gapId',
  'closeGap.id': 'gapId',
  ledToFeatureIds: 'featureId',
  ledToStakeholderId: 'stakeholderId',
  'openKnowledge.id': 'knowledgeId',
  'passKnowledgeOn.id': 'knowledgeId',
  'putKnowledgeOnMap.id': 'knowledgeId',
  'knowledgeToAgreement.id': 'knowledgeId',
  'knowledgeToGap.id': 'knowledgeId',
  'closeKnowledge.id': 'knowledgeId',
  'completeFollowUp.id': 'followUpId',
  'skipFollowUp.id': 'followUpId',
  'moveFollowUp.id': 'followUpId',
  'pauseCadence.id': 'cadenceId',
  'resumeCadence.id': 'cadenceId',
  'endCadence.id': 'cadenceId',
  editId: 'new',
  'edits.featureId': 'featureId',
  id: 'new',
  withdrawVoices: 'new',
};

/** Texts that have to be one of some, or nothing behind them is reached. */
const words: Record<string, string> = { subjectType: 'INTERVENTION' };

/** What an id is of that a field takes by this name. */
export function meant(field: string, name: string): string {
  const means = meaning[`${field}.${name}`] ?? meaning[name];
  if (!means) throw new Error(`what does ${field}(${name}) mean? Say so in graphql-attacks.ts, so that it is attacked`);
  return means;
}

const texts: Record<string, unknown> = {
  Int: 1,
  Float: 10,
  Boolean: true,
  String: 'tekst',
  DateTime: '2026-11-21T09:00:00.000Z',
  Date: '2026-11-21',
  GeoJSONGeometry: square(),
};

/** A value of a type, with every id one of theirs where there are some. */
function valueOf(type: GraphQLInputType, name: string, field: string, theirs: Things | undefined): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, name, field, theirs);
  if (isListType(type)) return [valueOf(type.ofType, name, field, theirs)];
  if (isEnumType(type)) return type.name === 'MapEditOp' ? 'UPDATE' : type.getValues()[0]?.name;
  if (isInputObjectType(type)) return Object.fromEntries(Object.values(type.getFields()).map((one) => [one.name, valueOf(one.type, one.name, field, theirs)]));
  if (type.name === 'UUID') {
    return theirs?.[meant(field, name)] ?? randomUUID();
  }
  if (!(type.name in texts)) throw new Error(`no value for ${type.name} in graphql-attacks.ts`);
  return words[name] ?? texts[type.name];
}

/** One field of the contract with arguments. */
export interface Attack {
  readonly name: string;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly text: string;
  /** With ids of theirs, or with ids that never were. */
  variables(theirs?: Things): Record<string, unknown>;
  readonly takesIds: boolean;
}

function attackOn(kind: Attack['kind'], field: GraphQLField<unknown, unknown>): Attack {
  const args = field.args;
  const declared = args.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = args.map(({ name }) => `${name}: $${name}`).join(', ');
  const named = getNamedType(field.type);
  const selection = isLeafType(named) ? '' : ' { __typename }';
  return {
    name: field.name,
    kind,
    text: `${kind} ${declared ? `(${declared}) ` : ''}{ ${field.name}${passed ? `(${passed})` : ''}${selection} }`,
    variables: (theirs) => Object.fromEntries(args.map((arg: GraphQLArgument) => [arg.name, valueOf(arg.type, arg.name, field.name, theirs)])),
    takesIds: args.some(({ type }) => /UUID|Input/.test(String(type))),
  };
}

const fieldsOf = (kind: Attack['kind']): Attack[] => {
  const type = { query: schema.getQueryType(), mutation: schema.getMutationType(), subscription: schema.getSubscriptionType() }[kind];
  return Object.values(type?.getFields() ?? {}).map((field) => attackOn(kind, field));
};
export const attacks = (['query', 'mutation', 'subscription'] as const).flatMap(fieldsOf);

/** An answer without what differs by chance. */
export const plain = (text: string): string => text.replaceAll(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '#');
export const codeIn = (text: string): string | undefined => (JSON.parse(text) as { errors?: { extensions: { code: string } }[] }).errors?.[0]?.extensions.code;

export async function overSocket(client: ApiClient, { text }: Attack, variables: object, headers?: Record<string, string>): Promise<string> {
  const stream = client.follow<Record<string, unknown>>(text, variables, headers);
  const [first] = await stream.until(1);
  const answer = first ? JSON.stringify(first) : JSON.stringify({ closed: (await stream.closed()).code });
  await stream.stop();
  return answer;
}

export const ask = async (client: ApiClient, attack: Attack, variables: object): Promise<string> =>
  attack.kind === 'subscription' ? overSocket(client, attack, variables) : (await client.post(attack.text, variables)).text;

/** What a socket says to an operation: its answer as it is over HTTP, or how the socket was closed. */
export async function wholeAnswer(client: ApiClient, { text }: Pick<Attack, 'text'>, variables: object, headers?: Record<string, string>): Promise<string> {
  const socket = client.socket(headers);
  const answer = await new Promise<object>((resolve) => {
    socket.on('closed', (event) => resolve({ closed: (event as { code: number }).code }));
    socket.subscribe(
      { query: text, variables: variables as Record<string, unknown> },
      { next: resolve, error: (errors) => Array.isArray(errors) && resolve({ errors }), complete: () => undefined },
    );
  });
  await socket.dispose();
  return JSON.stringify(answer);
}
