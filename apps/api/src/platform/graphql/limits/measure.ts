/** Counts what a document would ask for before anything looks at it closely; a fragment is counted once and multiplied. */
import {
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  isInterfaceType,
  Kind,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

export interface Measure {
  readonly depth: number;
  readonly fields: number;
  readonly aliases: number;
  readonly cost: number;
}

const nothing: Measure = { depth: 0, fields: 0, aliases: 0, cost: 0 };
const endless: Measure = { depth: Infinity, fields: Infinity, aliases: Infinity, cost: Infinity };
const perListItem = 10;
/** A root field has a statement of its own to run, at least. */
const perRootField = 250;
// No limit is as high; deeper than this the counting itself would run out of stack.
const deepest = 200;

/** Measures one operation of a parsed document. A fragment that spreads itself is endless. Unknown fields count as 1. */
export function measure(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode): Measure {
  const fragments = new Map(
    document.definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION).map((node) => [node.name.value, node]),
  );
  const roots = new Set<GraphQLNamedType | null | undefined>([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]);
  const measured = new Map<string, Measure>();
  const underWay = new Set<string>();

  const ofFragment = (name: string, level: number): Measure => {
    const known = measured.get(name);
    if (known) return known;
    if (underWay.has(name)) return endless;
    const fragment = fragments.get(name);
    if (!fragment) return nothing; // validation refuses it
    underWay.add(name);
    const result = ofSelections(fragment.selectionSet, schema.getType(fragment.typeCondition.name.value), level + 1);
    underWay.delete(name);
    measured.set(name, result);
    return result;
  };

  const ofField = (node: FieldNode, parent: GraphQLNamedType | undefined, level: number): Measure => {
    const field = fieldOf(parent, node.name.value);
    const aliases = node.alias ? 1 : 0;
    const own = complexityOf(field) ?? (field && roots.has(parent) ? perRootField : 1);
    if (!node.selectionSet) return { depth: 1, fields: 1, aliases, cost: own };
    const below = ofSelections(node.selectionSet, field ? getNamedType(field.type) : undefined, level + 1);
    const introspection = node.name.value.startsWith('__');
    return {
      depth: introspection ? 1 : below.depth + 1,
      fields: below.fields + 1,
      aliases: below.aliases + aliases,
      cost: own + below.cost * (field && isList(field) ? perListItem : 1),
    };
  };

  const ofSelections = (set: SelectionSetNode, parent: GraphQLNamedType | undefined, level: number): Measure => {
    if (level > deepest) return endless;
    let sum = nothing;
    for (const node of set.selections) {
      sum = add(
        sum,
        node.kind === Kind.FIELD
          ? ofField(node, parent, level)
          : node.kind === Kind.FRAGMENT_SPREAD
            ? ofFragment(node.name.value, level)
            : ofSelections(node.selectionSet, node.typeCondition ? schema.getType(node.typeCondition.name.value) : parent, level + 1),
      );
    }
    return sum;
  };

  return ofSelections(operation.selectionSet, schema.getRootType(operation.operation) ?? undefined, 0);
}

const add = (a: Measure, b: Measure): Measure => ({
  depth: Math.max(a.depth, b.depth),
  fields: a.fields + b.fields,
  aliases: a.aliases + b.aliases,
  cost: a.cost + b.cost,
});

function fieldOf(parent: GraphQLNamedType | undefined, name: string): GraphQLField<unknown, unknown> | undefined {
  if (!parent || !isCompositeType(parent) || !(isObjectType(parent) || isInterfaceType(parent))) return undefined;
  return parent.getFields()[name];
}

/** `complexity` of @Query, @Mutation, @Subscription and @Field. */
function complexityOf(field: GraphQLField<unknown, unknown> | undefined): number | undefined {
  const complexity = field?.extensions['complexity'];
  return typeof complexity === 'number' ? complexity : undefined;
}

function isList(field: GraphQLField<unknown, unknown>): boolean {
  return isListType(isNonNullType(field.type) ? field.type.ofType : field.type);
}
