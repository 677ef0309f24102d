import { Columns3 } from 'lucide-react';
import { Button } from './Button';
import { Menu, MenuChoices } from './Menu';
import { useUiTexts } from './UiTexts';

interface ColumnMenuProps {
  /** The columns that may be left out. */
  columns: readonly { id: string; header: string }[];
  hidden: readonly string[];
  onChange: (hidden: string[]) => void;
}

/** Which columns of a table to show. */
export default function ColumnMenu({ columns, hidden, onChange }: ColumnMenuProps) {
  const texts = useUiTexts();
  const ids = columns.map(({ id }) => id);
  return (
    <Menu
      label={texts.chooseColumns}
      trigger={
        <Button size="small" icon={<Columns3 aria-hidden />}>
          {texts.columns}
        </Button>
      }
    >
      <MenuChoices
        multiple
        title={texts.chooseColumns}
        choices={columns.map(({ id, header }) => ({ id, label: header }))}
        selected={ids.filter((id) => !hidden.includes(id))}
        onChange={(chosen) => onChange(ids.filter((id) => !chosen.includes(id)))}
      />
    </Menu>
  );
}
