import { textLimits } from '@kvarter/geo';
import { DueDayField } from '../follow-ups/DueDayField';
import { ResponsibleSelect } from '../people/ResponsibleSelect';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { TextArea, TextField } from '../ui/TextField';
import type { AgreementForm } from './agreementForm';
import { useAgreementTexts } from './useAgreementTexts';

interface AgreementFieldsProps {
  form: AgreementForm;
  onChange: (form: AgreementForm) => void;
  /** What is wrong with a field. */
  errorAt: (field: string) => string | null;
  present?: { personId: string; name: string } | null;
}

/** What, who and by when. */
export function AgreementFields({ form, onChange, errorAt, present }: AgreementFieldsProps) {
  const { form: texts } = useAgreementTexts();
  const { optional } = usePlatformTexts();
  return (
    <>
      <TextField
        label={texts.title}
        help={texts.titleHelp}
        name="title"
        value={form.title}
        onChange={(title) => onChange({ ...form, title })}
        maxLength={textLimits.title}
        error={errorAt('title')}
        autoFocus
      />
      <ResponsibleSelect
        label={texts.responsible}
        name="responsible"
        value={form.personId}
        onChange={(personId) => onChange({ ...form, personId })}
        present={present}
        error={errorAt('responsible')}
      />
      <DueDayField
        label={texts.dueOn}
        help={texts.dueOnHelp}
        name="dueOn"
        value={form.dueOn}
        onChange={(dueOn) => onChange({ ...form, dueOn })}
        error={errorAt('dueOn')}
      />
      <TextArea
        label={texts.detail}
        optional={optional}
        help={texts.detailHelp}
        name="detail"
        rows={2}
        value={form.detail}
        onChange={(detail) => onChange({ ...form, detail })}
        maxLength={textLimits.note}
        countText={texts.characters}
        error={errorAt('detail')}
      />
    </>
  );
}
