import { type Fault, render } from '@kvarter/contract';
import { checkEdit, corroborationOf, type FeatureState, type Voice, type VoiceStance, voiceStances } from '@kvarter/geo';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { useFormats } from '../platform/i18n/format';
import { useLocale } from '../platform/i18n/locale';
import { Button } from '../ui/Button';
import { IconButton } from '../ui/IconButton';
import { Select } from '../ui/Select';
import { TextField } from '../ui/TextField';
import { useMapTexts } from './useMapTexts';
import styles from './Voices.module.css';

interface VoicesProps {
  state: FeatureState;
  /** Null where one may only read. */
  onAdd: ((voice: Voice) => void) | null;
  onWithdraw: (id: string) => void;
}

/** How far each certainty fills the bar, of four. */
const weight = { ONE_VOICE: 1, SEVERAL: 2, CONFIRMED: 4, REFUTED: 4, OUTDATED: 1 } as const;

/** Who says so, in what capacity, and how certain that makes it. */
export function Voices({ state, onAdd, onWithdraw }: VoicesProps) {
  const { voices: texts, corroboration } = useMapTexts();
  const format = useFormats();
  const [adding, setAdding] = useState(false);
  const certainty = corroborationOf(state);
  return (
    <section className={styles.voices} aria-label={texts.title}>
      <h3>{texts.title}</h3>
      {state.voices.length === 0 && <p className={styles.none}>{texts.none}</p>}
      <ul>
        {state.voices.map(({ id, capacity, stance, saidOn }) => (
          <li key={id} className={styles.voice}>
            <span className={styles.words}>
              {capacity}
              {stance !== 'SAYS' && <span className={styles.stance}>{texts.stances[stance]}</span>}
            </span>
            <span className={styles.day}>{format.shortDate(saidOn)}</span>
            {onAdd && <IconButton label={texts.withdraw(capacity)} icon={<X aria-hidden />} onPress={() => onWithdraw(id)} />}
          </li>
        ))}
      </ul>
      {onAdd &&
        (adding ? (
          <NewVoice
            onDone={(voice) => {
              if (voice) onAdd(voice);
              setAdding(false);
            }}
          />
        ) : (
          <Button wide icon={<Plus aria-hidden />} onPress={() => setAdding(true)}>
            {texts.add}
          </Button>
        ))}
      <div className={styles.certainty} data-certainty={certainty}>
        <span className="visually-hidden">{texts.bornOut}</span>
        <span aria-hidden className={styles.bar}>
          <span style={{ width: `${weight[certainty] * 25}%` }} />
        </span>
        <strong>{corroboration[certainty]}</strong>
      </div>
    </section>
  );
}

function NewVoice({ onDone }: { onDone: (voice: Voice | null) => void }) {
  const { voices: texts, feature } = useMapTexts();
  const { locale } = useLocale();
  const [capacity, setCapacity] = useState('');
  const [stance, setStance] = useState<VoiceStance>('SAYS');
  const [saidOn, setSaidOn] = useState(() => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Copenhagen' }).format(new Date()));
  const [fault, setFault] = useState<Fault | null>(null);
  const save = () => {
    const voice: Voice = { id: crypto.randomUUID(), capacity: capacity.trim(), stance, saidOn };
    const { faults } = checkEdit({ editId: voice.id, featureId: voice.id, baseVersion: 1, op: 'UPDATE', addVoices: [voice] });
    if (faults[0]) setFault(faults[0]);
    else onDone(voice);
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={texts.capacity}
        help={texts.help}
        error={fault && render(fault.reason, fault.params, locale)}
        value={capacity}
        onChange={setCapacity}
        autoFocus
        autoComplete="off"
      />
      <Select label={texts.stance} choices={voiceStances.map((id) => ({ id, label: texts.stances[id] }))} value={stance} onChange={setStance} />
      <TextField label={texts.saidOn} type="date" value={saidOn} onChange={setSaidOn} />
      <div className={styles.buttons}>
        <Button type="submit" variant="primary">
          {texts.save}
        </Button>
        <Button onPress={() => onDone(null)}>{feature.cancel}</Button>
      </div>
    </form>
  );
}
