import { type FeatureKind, featureKinds, type Geometry, kindNames, textLimits } from '@kvarter/geo';
import { type FormEvent, lazy, Suspense, useId } from 'react';
import { useMutation, useQuery } from 'urql';
import {
  AddPreparationItemDocument,
  AreaOfRoundDocument,
  ChangePreparationItemDocument,
  type ItemFieldsFragment,
  type MappingStep,
} from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { useLocale } from '../platform/i18n/locale';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Select } from '../ui/Select';
import { Skeleton } from '../ui/Skeleton';
import { TextArea, TextField } from '../ui/TextField';
import styles from './ItemDialog.module.css';
import { usePreparationTexts } from './useRoundTexts';

const PlaceEditor = lazy(() => import('../map/PlaceEditor'));

interface ItemDialogProps {
  areaId: string;
  roundId: string;
  step: MappingStep;
  /** Null for a new one. */
  item: ItemFieldsFragment | null;
  /** It was changed elsewhere: the newest is wanted. */
  onStale: () => void;
  onClose: () => void;
}

interface ItemForm {
  kind: FeatureKind;
  title: string;
  note: string;
  place: Geometry | null;
}

/** One thing that somebody knows of. What is typed is kept until it is saved. */
export default function ItemDialog({ areaId, roundId, step, item, onStale, onClose }: ItemDialogProps) {
  const { form: texts } = usePreparationTexts();
  const { cancel, optional } = usePlatformTexts();
  const { locale } = useLocale();
  const formId = useId();
  const kinds = kindNames.filter((kind) => featureKinds[kind].family === (step === 'RESOURCES' ? 'resource' : 'challenge'));
  const initial: ItemForm = item
    ? { kind: item.kind, title: item.title, note: item.note ?? '', place: item.geometry ?? null }
    : { kind: kinds[0] ?? 'NOTE', title: '', note: '', place: null };
  const [form, setForm, forget] = useDraft<ItemForm>(item ? `${item.id}.${item.version}` : `${roundId}.${step}.item`, initial);
  const [{ data }] = useQuery({ query: AreaOfRoundDocument, variables: { areaId } });
  const [adding, add] = useMutation(AddPreparationItemDocument);
  const [changing, change] = useMutation(ChangePreparationItemDocument);
  const errors = useFormErrors();

  async function send(event: FormEvent) {
    event.preventDefault();
    const { kind, title, note, place } = form;
    if (title.trim() === '') return errors.show([{ field: 'title', message: texts.titleMissing }]);
    const said = { kind, title, note: note.trim() || null, geometry: place };
    const { error } = item ? await change({ input: { ...said, id: item.id, version: item.version } }) : await add({ input: { ...said, roundId, step } });
    if (error) {
      errors.refused(error);
      return onStale();
    }
    forget();
    notify({ text: texts.saved(title.trim()), tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={item ? texts.editTitle : texts.newTitle}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={adding.fetching || changing.fetching}>
            {texts.save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <form id={formId} className="fields" onSubmit={(event) => void send(event)} noValidate>
        <Select<FeatureKind>
          label={texts.kind}
          choices={kinds.map((id) => ({ id, label: featureKinds[id].one[locale] }))}
          value={form.kind}
          onChange={(kind) => setForm({ ...form, kind })}
          error={errors.at('kind')}
        />
        <TextField
          label={texts.title}
          help={texts.titleHelp}
          name="title"
          value={form.title}
          onChange={(title) => setForm({ ...form, title })}
          maxLength={textLimits.title}
          error={errors.at('title')}
          autoComplete="off"
        />
        <TextArea
          label={texts.note}
          optional={optional}
          help={texts.noteHelp}
          name="note"
          rows={2}
          value={form.note}
          onChange={(note) => setForm({ ...form, note })}
          maxLength={textLimits.note}
          countText={texts.characters}
          error={errors.at('note')}
        />
        <div id="geometry" role="group" aria-labelledby={`${formId}-place`}>
          <p id={`${formId}-place`} className={styles.label}>
            {texts.place} ({optional})
          </p>
          <p className={styles.help}>{texts.placeHelp}</p>
          <div className={styles.map}>
            <Suspense fallback={<Skeleton height="100%" />}>
              {data ? (
                <PlaceEditor
                  value={form.place}
                  onChange={(place) => setForm({ ...form, place })}
                  kind={form.kind}
                  boundary={data.area.boundary}
                  backdrop={data.area.backdrop ?? null}
                />
              ) : (
                <Skeleton height="100%" />
              )}
            </Suspense>
          </div>
          {errors.at('geometry') && <p className={styles.error}>{errors.at('geometry')}</p>}
        </div>
      </form>
    </Dialog>
  );
}
