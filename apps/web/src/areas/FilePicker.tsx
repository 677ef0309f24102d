import { FileUp } from 'lucide-react';
import { DropZone } from 'react-aria-components/DropZone';
import { FileTrigger } from 'react-aria-components/FileTrigger';
import { Button } from '../ui/Button';
import styles from './FilePicker.module.css';
import { useAreaTexts } from './useAreaTexts';

/** A GeoJSON file by drop or by the device's own dialog. */
export function FilePicker({ onChoose }: { onChoose: (file: File) => void }) {
  const { file: texts } = useAreaTexts();
  return (
    <DropZone
      className={styles.zone}
      onDrop={({ items }) => {
        const dropped = items.find((item) => item.kind === 'file');
        if (dropped) void dropped.getFile().then(onChoose);
      }}
    >
      <FileUp aria-hidden className={styles.icon} />
      <p>{texts.drop}</p>
      <FileTrigger acceptedFileTypes={['.geojson', '.json', 'application/geo+json', 'application/json']} onSelect={(files) => files?.[0] && onChoose(files[0])}>
        <Button variant="primary">{texts.choose}</Button>
      </FileTrigger>
      <p className={styles.help}>{texts.help}</p>
    </DropZone>
  );
}
