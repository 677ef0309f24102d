/** Checks inputs whose classes have rules of class-validator, and refuses in our words; all others pass untouched. */
import { type FieldName, fieldNames } from '@kvarter/contract';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { getMetadataStorage, validate, type ValidationError, ValidationTypes } from 'class-validator';
import { refuse } from './errors.js';

type Class = new () => object;

@Injectable()
export class InputPipe implements PipeTransform {
  private readonly ruled = new Map<Class, boolean>();

  /** GraphQL has refused unknown fields and wrong types before; this is about the values. */
  async transform(value: unknown, { metatype, data }: ArgumentMetadata): Promise<unknown> {
    if (typeof value !== 'object' || value === null || !metatype || !this.hasRules(metatype as Class)) return value;
    const input = plainToInstance(metatype as Class, value);
    const [fault] = await validate(input, { forbidUnknownValues: false, stopAtFirstError: true });
    if (!fault) return input;
    const path = [...(data ? [data] : []), ...pathOf(fault)];
    const name = path.at(-1);
    if (isFieldName(name)) throw refuse('VALUE_INVALID', { field: name }, { field: path.join('.') });
    throw refuse('REQUEST_MALFORMED', {}, { field: path.join('.') });
  }

  private hasRules(metatype: Class): boolean {
    let has = this.ruled.get(metatype);
    if (has === undefined) {
      const rules = getMetadataStorage().getTargetValidationMetadatas(metatype, '', false, false);
      has = rules.some(({ type }) => type !== ValidationTypes.WHITELIST);
      this.ruled.set(metatype, has);
    }
    return has;
  }
}

/** Names and positions from the class down to the first fault. */
function pathOf({ property, children }: ValidationError): string[] {
  const [child] = children ?? [];
  return child ? [property, ...pathOf(child)] : [property];
}

const isFieldName = (name: string | undefined): name is FieldName => name !== undefined && Object.hasOwn(fieldNames, name);
