import { EllipsisVertical, MapPin, Pencil } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { RemoveStakeholderDocument } from '../generated/graphql';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { Menu, MenuItem } from '../ui/Menu';
import { SidePanel } from '../ui/SidePanel';
import { PanelContact } from './PanelContact';
import { PanelRelations } from './PanelRelations';
import { PanelTalks } from './PanelTalks';
import { PanelTold } from './PanelTold';
import type { Meetings, Relation, Stakeholder } from './stakeholder.types';
import { StakeholderMark } from './StakeholderMark';
import styles from './StakeholderPanel.module.css';
import { useStakeholderTexts } from './useStakeholderTexts';

const StakeholderDialog = lazy(() => import('./StakeholderDialog'));
const PickDialog = lazy(() => import('./PickDialog'));

interface StakeholderPanelProps {
  stakeholder: Stakeholder;
  all: readonly Stakeholder[];
  relations: readonly Relation[];
  meetings: Meetings;
  onChoose: (id: string | null) => void;
  onMerge: (other: Stakeholder) => void;
  /** Something changed that the answer doesn't tell of. */
  onChanged: () => void;
}

/** All that is known of one: what they give, where they are, with whom, what was talked about and what is owed. */
export function StakeholderPanel({ stakeholder, all, relations, meetings, onChoose, onMerge, onChanged }: StakeholderPanelProps) {
  const texts = useStakeholderTexts();
  const { cancel } = usePlatformTexts();
  const { slug, may } = useTenant();
  const [dialog, setDialog] = useState<'edit' | 'remove' | 'merge' | null>(null);
  const [removing, remove] = useAction(RemoveStakeholderDocument);
  const { id, areaId, name, kind, featureId } = stakeholder;
  const mayEdit = may('stakeholder.edit');
  const map = `/${slug}/areas/${areaId}/map`;
  const facts = [
    { term: texts.fieldOfWork, text: stakeholder.fieldOfWork },
    { term: texts.contribution, text: stakeholder.contribution },
    { term: texts.roleAndInfluence, text: stakeholder.roleAndInfluence },
    { term: texts.motivation, text: stakeholder.motivation },
  ].filter(({ text }) => text);

  async function removeIt() {
    const gone = await remove({ id });
    setDialog(null);
    if (!gone) return;
    notify({ text: texts.removed(name), tone: 'moss' });
    onChoose(null);
    onChanged();
  }

  return (
    <>
      <SidePanel
        subject={id}
        title={name}
        onClose={() => onChoose(null)}
        actions={
          mayEdit && (
            <>
              <Button icon={<Pencil aria-hidden />} onPress={() => setDialog('edit')}>
                {texts.edit}
              </Button>
              <Menu trigger={<Button icon={<EllipsisVertical aria-hidden />}>{texts.more}</Button>} label={texts.actionsFor(name)}>
                <MenuItem onAction={() => setDialog('merge')}>{texts.mergeWith}</MenuItem>
                <MenuItem danger onAction={() => setDialog('remove')}>
                  {texts.remove}
                </MenuItem>
              </Menu>
            </>
          )
        }
      >
        <div className={styles.kind}>
          <StakeholderMark kind={kind} large />
          <div>
            <p className={styles.kindName}>{texts.kinds[kind]}</p>
            {featureId ? (
              <Link to={`${map}?mark=${featureId}`} className={styles.place}>
                <MapPin aria-hidden />
                {texts.showOnMap}
              </Link>
            ) : mayEdit && may('area-map.edit') ? (
              <Link to={`${map}?place=${id}`} className={styles.place}>
                <MapPin aria-hidden />
                {texts.place}
              </Link>
            ) : (
              <p className={styles.quiet}>{texts.notOnMap}</p>
            )}
          </div>
        </div>
        {facts.length > 0 && (
          <dl className={styles.facts}>
            {facts.map(({ term, text }) => (
              <div key={term}>
                <dt>{term}</dt>
                <dd>{text}</dd>
              </div>
            ))}
          </dl>
        )}
        <PanelContact stakeholder={stakeholder} />
        <PanelRelations stakeholder={stakeholder} all={all} relations={relations} onChoose={onChoose} onChanged={onChanged} />
        {stakeholder.contact && (
          <>
            <PanelTold stakeholder={stakeholder} meetings={meetings} />
            <PanelTalks stakeholder={stakeholder} />
          </>
        )}
      </SidePanel>
      <Suspense>
        {dialog === 'edit' && (
          <StakeholderDialog areaId={areaId} stakeholder={stakeholder} markId={null} all={all} onOpen={onChoose} onClose={() => setDialog(null)} />
        )}
        {dialog === 'merge' && (
          <PickDialog
            title={texts.mergeWith}
            label={texts.mergeWhom}
            confirm={texts.compare}
            choices={all.filter((other) => other.id !== id)}
            onPick={(other) => {
              setDialog(null);
              onMerge(other);
            }}
            onClose={() => setDialog(null)}
          />
        )}
        {dialog === 'remove' && (
          <ConfirmDialog
            title={texts.removeTitle(name)}
            confirm={texts.remove}
            cancel={cancel}
            isPending={removing}
            onConfirm={() => void removeIt()}
            onClose={() => setDialog(null)}
          >
            <p>{texts.removeText}</p>
          </ConfirmDialog>
        )}
      </Suspense>
    </>
  );
}
