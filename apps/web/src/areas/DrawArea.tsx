import { type Areal, textLimits } from '@kvarter/geo';
import { type FormEvent, useMemo } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { type AreaTreeQuery, CreateAreaDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { useLocale } from '../platform/i18n/locale';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { ErrorSummary } from '../ui/ErrorSummary';
import { TextArea, TextField } from '../ui/TextField';
import { type AreaForm, faultsOf } from './areaForm';
import { BoundaryField } from './BoundaryField';
import styles from './DrawArea.module.css';
import { ParentSelect } from './ParentSelect';
import { useAreaTexts } from './useAreaTexts';

interface Draft extends AreaForm {
  parentId: string | null;
}

/** One new area, its boundary drawn on the map. What is typed and drawn is kept until it is created. */
export function DrawArea({ areas, parent }: { areas: AreaTreeQuery['areas']; parent: string | null }) {
  const { create: texts } = useAreaTexts();
  const { optional } = usePlatformTexts();
  const { slug } = useTenant();
  const { locale } = useLocale();
  const navigate = useNavigate();
  const empty = useMemo<Draft>(() => ({ name: '', description: '', boundary: null, parentId: parent }), [parent]);
  const [draft, setDraft, forgetDraft] = useDraft<Draft>(`${slug}.area.new`, empty);
  const [{ fetching }, create] = useMutation(CreateAreaDocument);
  const errors = useFormErrors();
  const others = useMemo(() => areas.map(({ id, name, boundary }) => ({ id, name, boundary })), [areas]);
  const started = draft.name !== '' || draft.description !== '' || draft.boundary !== null;

  async function send(event: FormEvent) {
    event.preventDefault();
    const { boundary } = draft;
    const faults = faultsOf(draft, locale, texts.boundaryMissing);
    if (faults.length > 0 || !boundary) return errors.show(faults);
    const { name, description, parentId } = draft;
    const { data, error } = await create({ input: { name, description: description.trim() || null, parentId, boundary } });
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: texts.created(name.trim()), tone: 'moss' });
    if (data) await navigate(`/${slug}/areas/${data.createArea.id}`);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <div className={styles.fields}>
        <TextField
          label={texts.name}
          help={texts.nameHelp}
          name="name"
          value={draft.name}
          onChange={(name) => setDraft({ ...draft, name })}
          error={errors.at('name')}
          autoComplete="off"
        />
        <ParentSelect
          areas={areas}
          label={texts.parent}
          noParent={texts.noParent}
          value={draft.parentId}
          onChange={(parentId) => setDraft({ ...draft, parentId })}
          error={errors.at('parentId')}
        />
        <TextArea
          label={texts.description}
          optional={optional}
          help={texts.descriptionHelp}
          name="description"
          value={draft.description}
          onChange={(description) => setDraft({ ...draft, description })}
          maxLength={textLimits.description}
          countText={texts.characters}
          error={errors.at('description')}
        />
      </div>
      <BoundaryField
        value={draft.boundary}
        onChange={(boundary: Areal | null) => setDraft({ ...draft, boundary })}
        others={others}
        error={errors.at('boundary')}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="large" isPending={fetching}>
          {texts.save}
        </Button>
        {started && (
          <Button
            variant="quiet"
            onPress={() => {
              forgetDraft();
              setDraft(empty);
              errors.clear();
            }}
          >
            {texts.discard}
          </Button>
        )}
        {started && <p className={styles.kept}>{texts.draftKept}</p>}
      </div>
    </form>
  );
}
