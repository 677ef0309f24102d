import { FollowUpRulesDocument, type RulesFieldsFragment } from '../generated/graphql';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { useTenant } from '../platform/tenant';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Card } from '../ui/Card';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import { groupNames, ruleGroups } from './ruleGroups';
import { RulesForm } from './RulesForm';
import styles from './RulesPage.module.css';
import { useRulesTexts } from './useRulesTexts';

/** When the municipality is reminded of what: read by those who go by it, set by its administrator. */
export default function RulesPage() {
  const { may } = useTenant();
  if (!may('follow-up-rule.read')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  return <Rules />;
}

function Rules() {
  const texts = useRulesTexts();
  const { loading } = usePlatformTexts();
  const { name, may } = useTenant();
  const format = useFormats();
  const { data, failure, again } = usePageQuery({ query: FollowUpRulesDocument, requestPolicy: 'cache-and-network' });
  usePage(texts.title);

  if (failure) return <FailurePage failure={failure} onRetry={again} />;
  if (!data) return <Skeletons label={loading} heights={['2.4rem', '1.4rem', '24rem']} />;
  const { followUpRules: rules } = data;
  const edits = may('follow-up-rule.edit');
  return (
    <>
      <PageHeader title={texts.title} above={name} lead={texts.lead} />
      <div className={styles.page}>
        {edits ? <RulesForm rules={rules} /> : <RuleFacts rules={rules} />}
        <p className={styles.quiet}>
          {rules.changedAt ? texts.changed(rules.changedBy?.name ?? texts.somebody, format.relative(rules.changedAt)) : texts.ours}
          {!edits && ` ${texts.reader}`}
        </p>
      </div>
    </>
  );
}

function RuleFacts({ rules }: { rules: RulesFieldsFragment }) {
  const texts = useRulesTexts();
  return groupNames.map((group) => (
    <Card key={group} title={texts.groups[group]}>
      <dl className={styles.facts}>
        {ruleGroups[group].map((rule) => (
          <div key={rule} className={styles.fact}>
            <dt>{texts.fields[rule]}</dt>
            <dd>{rules[rule]}</dd>
          </div>
        ))}
      </dl>
    </Card>
  ));
}
