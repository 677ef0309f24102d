/** Where the variables of an operation don't fit. The library says it in words that quote the value; this says the place only. */
import { fieldNames, type FieldName } from '@kvarter/contract';
import { coerceInputValue, type GraphQLSchema, isInputType, type OperationDefinitionNode, typeFromAST } from 'graphql';
import { type Refusal, refuse } from './errors.js';

/** The refusal for the first variable that its type doesn't take. */
export function variableFault(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): Refusal {
  const place = firstFault(schema, operation, variables);
  if (!place) return refuse('REQUEST_MALFORMED', {}, { field: 'variables' });
  const field = place.join('.');
  const name = place.filter((key) => typeof key === 'string').at(-1);
  return isFieldName(name) ? refuse('VALUE_INVALID', { field: name }, { field }) : refuse('REQUEST_MALFORMED', {}, { field });
}

function firstFault(schema: GraphQLSchema, operation: OperationDefinitionNode, variables: Readonly<Record<string, unknown>>): (string | number)[] | undefined {
  for (const { variable, type: node, defaultValue } of operation.variableDefinitions ?? []) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type) || (variables[name] === undefined && defaultValue)) continue;
    let fault: (string | number)[] | undefined;
    coerceInputValue(variables[name], type, (path) => {
      fault ??= [name, ...path];
    });
    if (fault) return fault;
  }
  return undefined;
}

const isFieldName = (name: unknown): name is FieldName => typeof name === 'string' && Object.hasOwn(fieldNames, name);
