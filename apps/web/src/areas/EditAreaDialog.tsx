import { textLimits } from '@kvarter/geo';
import { useMemo, useState } from 'react';
import { useMutation } from 'urql';
import { type AreaPageQuery, UpdateAreaDocument } from '../generated/graphql';
import { useLocale } from '../platform/i18n/locale';
import { FormDialog } from '../platform/FormDialog';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { TextArea, TextField } from '../ui/TextField';
import { type AreaForm, faultsOf } from './areaForm';
import { BoundaryField } from './BoundaryField';
import { useAreaTexts } from './useAreaTexts';

/** Name, description and boundary of an area that is there. */
export default function EditAreaDialog({ area, onClose }: { area: AreaPageQuery['area']; onClose: () => void }) {
  const { area: texts, create } = useAreaTexts();
  const { save, optional } = usePlatformTexts();
  const { locale } = useLocale();
  // An area's boundary is areal; the schema's scalar is any geometry.
  const before = useMemo(() => ({ name: area.name, description: area.description ?? '', boundary: area.boundary as AreaForm['boundary'] }), [area]);
  const [form, setForm] = useState<AreaForm>(before);
  const [drawing, setDrawing] = useState(false);
  const [{ fetching }, update] = useMutation(UpdateAreaDocument);
  const errors = useFormErrors();

  async function send() {
    const faults = faultsOf(form, locale, create.boundaryMissing);
    if (faults.length > 0) return errors.show(faults);
    const { name, description, boundary } = form;
    const input = { name, description: description.trim() || null, ...(boundary === before.boundary ? {} : { boundary }) };
    const { error } = await update({ id: area.id, input });
    if (error) return errors.refused(error);
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <FormDialog title={texts.editTitle(area.name)} save={save} isPending={fetching} errors={errors} wide onSend={send} onClose={onClose}>
      <TextField label={texts.editName} name="name" value={form.name} onChange={(name) => setForm({ ...form, name })} error={errors.at('name')} />
      <TextArea
        label={texts.editDescription}
        optional={optional}
        help={create.descriptionHelp}
        name="description"
        value={form.description}
        onChange={(description) => setForm({ ...form, description })}
        maxLength={textLimits.description}
        countText={create.characters}
        error={errors.at('description')}
      />
      {drawing ? (
        <>
          <Notice>
            <p>{texts.editBoundaryNote}</p>
          </Notice>
          <BoundaryField
            value={form.boundary}
            onChange={(boundary) => setForm((current) => ({ ...current, boundary }))}
            others={[]}
            error={errors.at('boundary')}
          />
        </>
      ) : (
        <div>
          <Button onPress={() => setDrawing(true)}>{texts.editBoundary}</Button>
        </div>
      )}
    </FormDialog>
  );
}
