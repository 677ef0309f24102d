import { Check, MapPin, Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link, useParams } from 'react-router';
import {
  type ItemFieldsFragment,
  type MappingStep,
  RemovePreparationItemDocument,
  RoundPageDocument,
  RoundPreparationsDocument,
  SetPreparationReadyDocument,
} from '../generated/graphql';
import { KindSymbol } from '../map/KindSymbol';
import { FailurePage } from '../platform/FailurePage';
import { useFormats } from '../platform/i18n/format';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { useAction } from '../platform/useAction';
import { usePage } from '../platform/usePage';
import { usePageQuery } from '../platform/usePageQuery';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useToday } from '../platform/useToday';
import { Badge } from '../ui/Badge';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ConfirmDialog } from '../ui/ConfirmDialog';
import { IconButton } from '../ui/IconButton';
import { PageHeader } from '../ui/PageHeader';
import { Skeletons } from '../ui/Skeleton';
import styles from './PreparationPage.module.css';
import { mappingSteps } from './stepOrder';
import { usePreparationTexts } from './useRoundTexts';

const ItemDialog = lazy(() => import('./ItemDialog'));

const context = { additionalTypenames: ['MappingRound', 'RoundPreparation', 'PreparationItem', 'MapEditResult', 'FollowUp'] };

/** What one's own organisation knows before a meeting: questions to ask there, and the list of what was found. */
export default function PreparationPage() {
  const { areaId = '', roundId = '', step = '' } = useParams();
  const { may } = useTenant();
  const wanted = mappingSteps.find((one) => one.toLowerCase() === step);
  if (!wanted) return <FailurePage failure={{ kind: 'refused', code: 'NOT_FOUND', message: '' }} />;
  if (!may('round.prepare')) return <FailurePage failure={{ kind: 'refused', code: 'FORBIDDEN', message: '' }} />;
  return <Preparation key={`${roundId}.${wanted}`} areaId={areaId} roundId={roundId} step={wanted} />;
}

function Preparation({ areaId, roundId, step }: { areaId: string; roundId: string; step: MappingStep }) {
  const texts = usePreparationTexts();
  const { loading, cancel } = usePlatformTexts();
  const { slug } = useTenant();
  const { me } = useSession();
  const format = useFormats();
  const today = useToday();
  const page = usePageQuery({ query: RoundPageDocument, variables: { areaId, roundId }, context });
  const { data, failure, again } = usePageQuery({ query: RoundPreparationsDocument, variables: { roundId }, context });
  const [settingReady, setReady] = useAction(SetPreparationReadyDocument);
  const [removing, remove] = useAction(RemovePreparationItemDocument);
  const [edited, setEdited] = useState<ItemFieldsFragment | 'new' | null>(null);
  const [doomed, setDoomed] = useState<ItemFieldsFragment | null>(null);
  usePage(texts.titles[step]);

  const failed = page.failure ?? failure;
  if (failed) return <FailurePage failure={failed} onRetry={page.failure ? page.again : again} />;
  if (!data || !page.data) return <Skeletons label={loading} heights={['1rem', '2.4rem', '9rem', '9rem']} />;
  const { round, area } = page.data;
  const mine = data.roundPreparations.find((one) => one.step === step && one.person?.personId === me?.personId);
  const items = mine?.items ?? [];
  const open = round.state === 'UNDER_WAY';
  const ready = Boolean(mine?.readyAt);
  const lead = [
    texts.lead,
    !open && texts.closed,
    open && mine?.readyAt && texts.readySince(format.relative(mine.readyAt)),
    open && !ready && mine?.dueOn && texts.due(format.day(mine.dueOn, today)),
  ];

  async function say(is: boolean) {
    const done = await setReady({ roundId, step, ready: is });
    if (done) notify({ text: is ? texts.saidReady : texts.saidNotReady, tone: 'moss' });
  }

  async function drop(item: ItemFieldsFragment) {
    const done = await remove({ id: item.id });
    setDoomed(null);
    if (done) notify({ text: texts.removing.done(item.title), tone: 'moss' });
    again();
  }

  return (
    <>
      <PageHeader
        title={texts.titles[step]}
        above={
          <>
            <Link to={`/${slug}/areas/${areaId}`}>{area.name}</Link> › <Link to={`/${slug}/areas/${areaId}/rounds/${roundId}`}>{round.name}</Link>
          </>
        }
        lead={lead.filter(Boolean).join(' ')}
      />
      <div className={styles.columns}>
        <Card title={texts.questions}>
          <ul className={styles.questions}>
            {Object.entries(texts.asked[step]).map(([key, question]) => (
              <li key={key}>{question}</li>
            ))}
          </ul>
        </Card>
        <Card
          title={texts.list}
          action={
            open && (
              <Button variant={items.length === 0 ? 'primary' : 'secondary'} icon={<Plus aria-hidden />} onPress={() => setEdited('new')}>
                {texts.add}
              </Button>
            )
          }
        >
          {items.length === 0 ? <p className={styles.quiet}>{texts.empty}</p> : <p className={styles.quiet}>{texts.count(items.length)}</p>}
          <ul className={styles.items}>
            {items.map((item) => (
              <li key={item.id} className={styles.item}>
                <KindSymbol kind={item.kind} />
                <span className={styles.words}>
                  <span className={styles.name}>{item.title}</span>
                  {item.note && <span>{item.note}</span>}
                  {!item.placedAt && item.geometry != null && (
                    <span className={styles.quiet}>
                      <MapPin aria-hidden /> {texts.hasPlace}
                    </span>
                  )}
                </span>
                {item.placedAt ? (
                  <Badge tone="moss" icon={<Check aria-hidden />}>
                    {texts.placed}
                  </Badge>
                ) : (
                  open && (
                    <span className={styles.actions}>
                      <IconButton label={texts.edit(item.title)} icon={<Pencil aria-hidden />} onPress={() => setEdited(item)} />
                      <IconButton label={texts.remove(item.title)} icon={<Trash2 aria-hidden />} onPress={() => setDoomed(item)} />
                    </span>
                  )
                )}
              </li>
            ))}
          </ul>
          {open && items.length === 0 && <p className={styles.quiet}>{texts.nothing}</p>}
          {open && (
            <div className={styles.foot}>
              {ready ? (
                <Button variant="quiet" isPending={settingReady} onPress={() => void say(false)}>
                  {texts.notReady}
                </Button>
              ) : (
                <Button
                  variant={items.length === 0 ? 'secondary' : 'primary'}
                  size="large"
                  icon={<Check aria-hidden />}
                  isPending={settingReady}
                  onPress={() => void say(true)}
                >
                  {texts.ready}
                </Button>
              )}
            </div>
          )}
        </Card>
      </div>
      <Suspense>
        {edited && (
          <ItemDialog
            areaId={areaId}
            roundId={roundId}
            step={step}
            item={edited === 'new' ? null : (items.find(({ id }) => id === edited.id) ?? edited)}
            onStale={again}
            onClose={() => setEdited(null)}
          />
        )}
      </Suspense>
      {doomed && (
        <ConfirmDialog
          title={texts.removing.title}
          confirm={texts.removing.confirm}
          cancel={cancel}
          isPending={removing}
          onConfirm={() => void drop(doomed)}
          onClose={() => setDoomed(null)}
        >
          <p>{texts.removing.text(doomed.title)}</p>
        </ConfirmDialog>
      )}
    </>
  );
}
