import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useMutation } from 'urql';
import { RankAreasDocument, type RankingsQuery } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { notify } from '../platform/notify';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { ErrorSummary } from '../ui/ErrorSummary';
import { IconButton } from '../ui/IconButton';
import { TextArea } from '../ui/TextField';
import { moved, type RankedDraft } from './rankingOrder';
import styles from './RankingPage.module.css';
import { useRankingTexts } from './useRoundTexts';

interface RankingEditorProps {
  areas: RankingsQuery['areas'];
  /** What one begins with; null where nobody has ranked yet. */
  newest: RankingsQuery['rankings'][number] | null;
  onDone: () => void;
}

const longestReason = 1_000;

/** A ranking being made: areas moved up and down by buttons, with a reason each. What is typed is kept until it is saved. */
export function RankingEditor({ areas, newest, onDone }: RankingEditorProps) {
  const texts = useRankingTexts();
  const { cancel } = usePlatformTexts();
  const { slug } = useTenant();
  const begin: RankedDraft[] = (newest?.places ?? []).map(({ areaId, reason }) => ({ areaId, reason }));
  const [list, setList, forget] = useDraft<RankedDraft[]>(`${slug}.ranking.${newest?.id ?? 'first'}`, begin);
  const [said, setSaid] = useState('');
  const [{ fetching }, rank] = useMutation(RankAreasDocument);
  const errors = useFormErrors();
  const form = useRef<HTMLFormElement>(null);
  const nameOf = (areaId: string) => areas.find(({ id }) => id === areaId)?.name ?? texts.unknown;
  const rest = areas.filter(({ id }) => !list.some(({ areaId }) => areaId === id));

  function move(areaId: string, by: number) {
    const next = moved(list, areaId, by);
    // At once, so that the focus is where it belongs before anything else is pressed.
    flushSync(() => {
      setList(next);
      setSaid(texts.moved(nameOf(areaId), next.findIndex((one) => one.areaId === areaId) + 1));
    });
    // The area takes its buttons along; at an end of the list the one pressed goes out of use, so its neighbour is next.
    const way = by < 0 ? 'up' : 'down';
    const row = form.current?.querySelector(`[data-area="${areaId}"]`);
    const button =
      row?.querySelector<HTMLElement>(`[data-way="${way}"] button:not([disabled])`) ?? row?.querySelector<HTMLElement>('[data-way] button:not([disabled])');
    button?.focus();
  }

  async function send(event: FormEvent) {
    event.preventDefault();
    if (list.length === 0) return errors.show([{ message: texts.addFirst }]);
    const missing = list.filter(({ reason }) => reason.trim() === '');
    if (missing.length > 0) return errors.show(missing.map(({ areaId }) => ({ field: `reason-${areaId}`, message: texts.reasonMissing(nameOf(areaId)) })));
    const { error } = await rank({ places: list });
    if (error) return errors.refused(error);
    forget();
    notify({ text: texts.saved, tone: 'moss' });
    onDone();
  }

  return (
    <form ref={form} className={styles.page} onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      <Card title={texts.order}>
        {list.length === 0 && <p className={styles.quiet}>{texts.noneTeach}</p>}
        <ol className={styles.places}>
          {list.map(({ areaId, reason }, index) => (
            <li key={areaId} className={styles.place} data-area={areaId}>
              <span className={styles.number}>{index + 1}</span>
              <div className={styles.words}>
                <div className={styles.head}>
                  <span className={styles.name}>{nameOf(areaId)}</span>
                  <span className={styles.moves}>
                    <span data-way="up">
                      <IconButton label={texts.up(nameOf(areaId))} icon={<ArrowUp aria-hidden />} isDisabled={index === 0} onPress={() => move(areaId, -1)} />
                    </span>
                    <span data-way="down">
                      <IconButton
                        label={texts.down(nameOf(areaId))}
                        icon={<ArrowDown aria-hidden />}
                        isDisabled={index === list.length - 1}
                        onPress={() => move(areaId, 1)}
                      />
                    </span>
                    <IconButton
                      label={texts.leaveOut(nameOf(areaId))}
                      icon={<X aria-hidden />}
                      onPress={() => setList(list.filter((one) => one.areaId !== areaId))}
                    />
                  </span>
                </div>
                <TextArea
                  label={texts.reason(nameOf(areaId))}
                  help={index === 0 ? texts.reasonHelp : undefined}
                  name={`reason-${areaId}`}
                  rows={2}
                  value={reason}
                  onChange={(next) => setList(list.map((one) => (one.areaId === areaId ? { areaId, reason: next } : one)))}
                  maxLength={longestReason}
                  countText={texts.characters}
                  error={errors.at(`reason-${areaId}`)}
                />
              </div>
            </li>
          ))}
        </ol>
        <p role="status" className="visually-hidden">
          {said}
        </p>
      </Card>
      {rest.length > 0 && (
        <Card title={texts.rest}>
          <div className={styles.rest}>
            {rest.map(({ id, name }) => (
              <Button
                key={id}
                size="small"
                icon={<Plus aria-hidden />}
                aria-label={texts.addOne(name)}
                onPress={() => setList([...list, { areaId: id, reason: '' }])}
              >
                {name}
              </Button>
            ))}
          </div>
        </Card>
      )}
      <div className={styles.rest}>
        <Button type="submit" variant="primary" size="large" isPending={fetching}>
          {texts.save}
        </Button>
        <Button variant="quiet" onPress={onDone}>
          {cancel}
        </Button>
        <p className={styles.quiet}>{texts.kept}</p>
      </div>
    </form>
  );
}
