import { defaultRules, type FollowUpRules, ruleBounds, ruleNames } from '@kvarter/cadence';
import { type FormEvent, useState } from 'react';
import { useMutation } from 'urql';
import { type RulesFieldsFragment, SetFollowUpRulesDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorSummary } from '../ui/ErrorSummary';
import { NumberField } from '../ui/NumberField';
import { groupNames, ruleGroups } from './ruleGroups';
import styles from './RulesPage.module.css';
import { useRulesTexts } from './useRulesTexts';

const numbersOf = (rules: FollowUpRules) => Object.fromEntries(ruleNames.map((name) => [name, rules[name]])) as Record<keyof FollowUpRules, number>;

/** The rules, each within its bounds; saved together. */
export function RulesForm({ rules }: { rules: RulesFieldsFragment }) {
  const texts = useRulesTexts();
  const [numbers, setNumbers] = useState(numbersOf(rules));
  const [{ fetching }, save] = useMutation(SetFollowUpRulesDocument);
  const errors = useFormErrors();

  async function send(event: FormEvent) {
    event.preventDefault();
    const { error } = await save({ input: numbers });
    if (error) return errors.refused(error);
    errors.clear();
    notify({ text: texts.saved, tone: 'moss' });
  }

  return (
    <form className={styles.page} onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      {groupNames.map((group) => (
        <Card key={group} title={texts.groups[group]}>
          <div className={styles.fields}>
            {ruleGroups[group].map((name) => (
              <NumberField
                key={name}
                label={texts.fields[name]}
                value={numbers[name]}
                onChange={(value) => setNumbers({ ...numbers, [name]: value })}
                {...ruleBounds[name]}
                fewer={texts.fewer}
                more={texts.more}
                error={errors.at(name)}
              />
            ))}
          </div>
        </Card>
      ))}
      <div className={styles.buttons}>
        <Button type="submit" variant="primary" isPending={fetching}>
          {texts.save}
        </Button>
        <Button onPress={() => setNumbers(numbersOf(defaultRules))}>{texts.reset}</Button>
      </div>
    </form>
  );
}
