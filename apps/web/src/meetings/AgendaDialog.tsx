import { ArrowDown, ArrowUp, Plus, Trash2 } from 'lucide-react';
import { type FormEvent, useId } from 'react';
import { useMutation } from 'urql';
import { SetAgendaDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useFormErrors } from '../platform/useFormErrors';
import { ResponsibleSelect } from '../people/ResponsibleSelect';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { ErrorSummary } from '../ui/ErrorSummary';
import { IconButton } from '../ui/IconButton';
import { TextField } from '../ui/TextField';
import styles from './AgendaDialog.module.css';
import type { MeetingFull } from './useMeetingPage';
import { useMeetingPageTexts } from './useMeetingPageTexts';

interface Line {
  key: string;
  id: string | null;
  title: string;
  minutes: string;
  responsible: { personId: string; name: string } | null;
}

const newLine = (): Line => ({ key: crypto.randomUUID(), id: null, title: '', minutes: '', responsible: null });

/** The whole agenda in one place: a line an item, moved by keyboard or pointer alike. */
export function AgendaDialog({ meeting, onClose }: { meeting: MeetingFull; onClose: () => void }) {
  const { agenda: texts } = useMeetingPageTexts();
  const { cancel } = usePlatformTexts();
  const formId = useId();
  const stands = meeting.agenda.map(
    (item): Line => ({
      key: item.id,
      id: item.id,
      title: item.title,
      minutes: item.minutes?.toString() ?? '',
      responsible: item.responsible,
    }),
  );
  const [lines, setLines, forgetDraft] = useDraft(`meeting.${meeting.id}.agenda`, stands.length > 0 ? stands : [newLine(), newLine(), newLine()]);
  const [{ fetching }, save] = useMutation(SetAgendaDocument);
  const errors = useFormErrors();
  const change = (at: number, part: Partial<Line>) => setLines(lines.map((line, index) => (index === at ? { ...line, ...part } : line)));
  const move = (at: number, by: number) => setLines(swapped(lines, at, at + by));

  async function send(event: FormEvent) {
    event.preventDefault();
    const items = lines
      .filter(({ title }) => title.trim() !== '')
      .map(({ id, title, minutes, responsible }) => ({
        id,
        title,
        minutes: minutes === '' ? null : Number(minutes),
        responsiblePersonId: responsible?.personId ?? null,
      }));
    const { error } = await save({ meetingId: meeting.id, items });
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: texts.saved, tone: 'moss' });
    onClose();
  }

  return (
    <Dialog
      isOpen
      wide
      onClose={onClose}
      title={texts.title}
      actions={
        <>
          <Button type="submit" form={formId} variant="primary" isPending={fetching}>
            {texts.save}
          </Button>
          <Button onPress={onClose}>{cancel}</Button>
        </>
      }
    >
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <form id={formId} onSubmit={(event) => void send(event)} noValidate>
        <ol className={styles.lines}>
          {lines.map((line, index) => (
            <li key={line.key} className={styles.line}>
              <TextField label={texts.item(index + 1)} value={line.title} onChange={(title) => change(index, { title })} maxLength={120} />
              <TextField
                label={texts.minutes}
                aria-label={texts.itemMinutes(index + 1)}
                inputMode="numeric"
                value={line.minutes}
                onChange={(minutes) => change(index, { minutes: minutes.replaceAll(/\D/g, '').slice(0, 3) })}
              />
              <ResponsibleSelect
                label={texts.responsible}
                name={`responsible.${index}`}
                value={line.responsible?.personId ?? null}
                onChange={(personId) => change(index, { responsible: { personId, name: '' } })}
                nobody={{ label: texts.nobody, onChoose: () => change(index, { responsible: null }) }}
                present={line.responsible?.name ? line.responsible : null}
              />
              <div className={styles.tools}>
                <IconButton
                  label={texts.up(line.title || texts.untitled)}
                  icon={<ArrowUp aria-hidden />}
                  isDisabled={index === 0}
                  onPress={() => move(index, -1)}
                />
                <IconButton
                  label={texts.down(line.title || texts.untitled)}
                  icon={<ArrowDown aria-hidden />}
                  isDisabled={index === lines.length - 1}
                  onPress={() => move(index, 1)}
                />
                <IconButton
                  label={texts.remove(line.title || texts.untitled)}
                  icon={<Trash2 aria-hidden />}
                  onPress={() => setLines(lines.filter((_, at) => at !== index))}
                />
              </div>
            </li>
          ))}
        </ol>
        <Button icon={<Plus aria-hidden />} onPress={() => setLines([...lines, newLine()])} isDisabled={lines.length >= 50}>
          {texts.new}
        </Button>
      </form>
    </Dialog>
  );
}

function swapped(lines: readonly Line[], a: number, b: number): Line[] {
  const [one, other] = [lines[a], lines[b]];
  if (!one || !other) return [...lines];
  return lines.map((line, index) => (index === a ? other : index === b ? one : line));
}
