/** A tenant may say for itself when it is reminded (domain section 9), within bounds: nothing can be put off until it is forgotten. */
import { ruleBounds, ruleNames } from '@kvarter/cadence';
import { Injectable } from '@nestjs/common';
import { currentActor, currentTenant } from '../platform/auth/actor.js';
import { Db } from '../platform/db/db.js';
import { refuse } from '../platform/graphql/errors.js';
import { currentRules, type RulesRow, setRules } from './follow-up-rules.sql.js';
import type { FollowUpRulesInput } from './follow-up-rules.type.js';

@Injectable()
export class FollowUpRulesService {
  constructor(private readonly db: Db) {}

  current(): Promise<RulesRow> {
    return currentRules(this.db);
  }

  /** For what is planned from now on and for the next reminders; what is planned stays. @throws INVALID_INPUT naming the field */
  async set(rules: FollowUpRulesInput): Promise<RulesRow> {
    for (const name of ruleNames) {
      const { min, max } = ruleBounds[name];
      if (rules[name] < min || rules[name] > max) throw refuse('NUMBER_OUT_OF_RANGE', { field: name, min, max }, { field: name });
    }
    await this.db.query(setRules, [currentTenant().id, ...ruleNames.map((name) => rules[name]), currentActor().personId]);
    return this.current();
  }
}
