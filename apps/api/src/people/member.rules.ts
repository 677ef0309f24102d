/** What may be written of a member. */
import { textLimits } from '@kvarter/geo';
import { checkedEmail, checkedPhone } from '../platform/text/checked-contact.js';
import { checkedName, checkedText } from '../platform/text/checked-text.js';
import type { UpdateMemberInput } from './member.input.js';

export type MemberTexts = Omit<UpdateMemberInput, 'personId'>;

/** Fields one changes about oneself, whatever one's role. */
export const ownFields: readonly string[] = ['email', 'phone'];

const rules: Readonly<Record<keyof MemberTexts, (given: unknown) => string | null>> = {
  name: (given) => checkedName(given),
  organisation: (given) => checkedText(given, 'organisation', 120),
  function: (given) => checkedText(given, 'function', 200),
  competence: (given) => checkedText(given, 'competence', 300),
  legalFramework: (given) => checkedText(given, 'legalFramework', 600),
  functionDescription: (given) => checkedText(given, 'functionDescription', textLimits.description),
  email: (given) => checkedEmail(given),
  phone: (given) => checkedPhone(given),
};

/** The fields that were given, cleaned; null clears. Throws INVALID_INPUT naming the field. */
export const checkedTexts = (given: MemberTexts): MemberTexts =>
  Object.fromEntries(
    Object.entries(rules).flatMap(([key, rule]) => {
      const value = given[key as keyof MemberTexts]; // the keys of the rules are the fields
      return value === undefined ? [] : [[key, rule(value)]];
    }),
  );
