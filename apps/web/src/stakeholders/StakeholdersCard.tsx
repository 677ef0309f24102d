import { useQuery } from 'urql';
import { StakeholdersInBriefDocument } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { Badge } from '../ui/Badge';
import { LinkButton } from '../ui/Button';
import { Card } from '../ui/Card';
import { useStakeholderTexts } from './useStakeholderTexts';

const context = { additionalTypenames: ['Stakeholder'] };

/** The way to an area's register, and whether somebody waits for an answer. */
export function StakeholdersCard({ areaId }: { areaId: string }) {
  const texts = useStakeholderTexts();
  const { slug, may } = useTenant();
  const [{ data }] = useQuery({ query: StakeholdersInBriefDocument, variables: { areaId }, context, pause: !may('stakeholder.read') });
  if (!data) return null;
  const { stakeholders } = data;
  const owed = stakeholders.filter(({ feedbackDueOn }) => feedbackDueOn).length;
  return (
    <Card
      title={texts.cardTitle}
      action={
        <LinkButton to={`/${slug}/areas/${areaId}/stakeholders`} size="small">
          {texts.cardOpen}
        </LinkButton>
      }
    >
      <p>{stakeholders.length === 0 ? texts.cardEmpty : texts.cardCount(stakeholders.length, stakeholders.filter(({ featureId }) => featureId).length)}</p>
      {owed > 0 && (
        <div>
          <Badge tone="amber">{texts.leadOwed(owed)}</Badge>
        </div>
      )}
    </Card>
  );
}
