import { type FormEvent, useId, useMemo, useState } from 'react';
import { useQuery } from 'urql';
import type { FeatureKind } from '@kvarter/geo';
import { useFeatureText } from '../area-maps/featureText';
import type { MapLook } from '../area-maps/mapLook';
import { MarksToLinkDocument } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Select } from '../ui/Select';
import { Skeletons } from '../ui/Skeleton';
import styles from './Outcomes.module.css';
import { useOutcomeTexts } from './useOutcomeTexts';

type MarkToChoose = MapLook['marks'][number];

interface AttachDialogProps {
  areaId: string;
  /** Those of the live map; null: they are asked for. */
  marks: readonly MarkToChoose[] | null;
  said: string;
  isPending: boolean;
  onChoose: (mark: MarkToChoose) => void;
  onClose: () => void;
}

/** A mark from the list, for who doesn't point at the map. */
export function AttachDialog({ areaId, marks, said, isPending, onChoose, onClose }: AttachDialogProps) {
  const { attaching: texts } = useOutcomeTexts();
  const { cancel, loading } = usePlatformTexts();
  const { locale } = useLocale();
  const { one } = useFeatureText();
  const formId = useId();
  const [chosen, setChosen] = useState<string | null>(null);
  const [missing, setMissing] = useState(false);
  const [{ data }] = useQuery({ query: MarksToLinkDocument, variables: { areaId }, pause: marks !== null });
  const there: readonly MarkToChoose[] | undefined = marks ?? data?.areaMap.features;
  const choices = useMemo(
    () =>
      (there ?? [])
        // Kinds are the map's own.
        .map(({ id, name, kind }) => ({ id, label: name, description: one(kind as FeatureKind) }))
        .sort((a, b) => a.label.localeCompare(b.label, locale)),
    [there, one, locale],
  );

  function send(event: FormEvent) {
    event.preventDefault();
    const mark = there?.find(({ id }) => id === chosen);
    setMissing(!mark);
    if (mark) onChoose(mark);
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={isPending} isDisabled={there?.length === 0}>
            {texts.save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <blockquote className={styles.quote}>{said}</blockquote>
      {!there ? (
        <Skeletons label={loading} heights={['3rem']} />
      ) : there.length === 0 ? (
        <p>{texts.none}</p>
      ) : (
        <form id={formId} className="fields" onSubmit={send} noValidate>
          <Select label={texts.mark} placeholder={texts.choose} choices={choices} value={chosen} onChange={setChosen} error={missing ? texts.missing : null} />
        </form>
      )}
    </Dialog>
  );
}
