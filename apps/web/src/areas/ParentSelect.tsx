import { useMemo } from 'react';
import { useLocale } from '../platform/i18n/locale';
import { type Choice, Select } from '../ui/Select';
import { inTreeOrder } from './areaTree';
import { useAreaTexts } from './useAreaTexts';

/** The tree has three levels, so nothing can lie in an area of the third. */
const deepestParent = 2;
const none = 'none';

interface ParentSelectProps {
  areas: readonly { id: string; name: string; parentId?: string | null; level: number }[];
  label: string;
  /** What to say for no parent. */
  noParent: string;
  value: string | null;
  onChange: (parentId: string | null) => void;
  error?: string | null;
  isDisabled?: boolean;
}

/** Which area another lies in, if any. */
export function ParentSelect({ areas, label, noParent, value, onChange, error, isDisabled }: ParentSelectProps) {
  const { create: texts, overview } = useAreaTexts();
  const { locale } = useLocale();
  const choices = useMemo<Choice<string>[]>(
    () => [
      { id: none, label: noParent },
      ...inTreeOrder(areas, locale)
        .filter(({ area }) => area.level <= deepestParent)
        .map(({ area, path }) => ({ id: area.id, label: area.name, description: path.length > 0 ? overview.inside(path.join(' › ')) : undefined })),
    ],
    [areas, locale, noParent, overview],
  );
  return (
    <Select
      label={label}
      help={texts.parentHelp}
      name="parentId"
      choices={choices}
      value={value ?? none}
      onChange={(id) => onChange(id === none ? null : id)}
      error={error}
      isDisabled={isDisabled}
    />
  );
}
