import { Link } from 'react-router';
import { useQuery } from 'urql';
import { StakeholdersOnMapDocument } from '../generated/graphql';
import { useTenant } from '../platform/tenant';
import { linkable } from '../stakeholders/kinds';
import { useStakeholderTexts } from '../stakeholders/useStakeholderTexts';
import styles from './FeaturePanel.module.css';
import type { SharedFeature } from './sync/areaMap.types';

// An empty list names no type.
const context = { additionalTypenames: ['Stakeholder'] };

/** Whose mark this is, or the way to write them down. */
export function FeatureStakeholder({ areaId, feature }: { areaId: string; feature: SharedFeature }) {
  const texts = useStakeholderTexts();
  const { slug, may } = useTenant();
  const fits = linkable.includes(feature.state.kind) && !feature.state.removed;
  const [{ data }] = useQuery({ query: StakeholdersOnMapDocument, variables: { areaId }, context, pause: !fits || !may('stakeholder.read') });
  if (!data || !fits) return null;
  const register = `/${slug}/areas/${areaId}/stakeholders`;
  const theirs = data.stakeholders.find(({ featureId }) => featureId === feature.id);
  if (!theirs && (!may('stakeholder.edit') || feature.version === 0)) return null;
  return (
    <p className={styles.aside}>
      {theirs ? (
        <>
          {texts.onMapHead}: <Link to={`${register}?chosen=${theirs.id}`}>{theirs.name}</Link>
        </>
      ) : (
        <Link to={`${register}?mark=${feature.id}`}>{texts.onMapCreate}</Link>
      )}
    </p>
  );
}
