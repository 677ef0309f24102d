import { textLimits } from '@kvarter/geo';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMutation } from 'urql';
import { type AreaOfRoundQuery, CreateRoundDocument, DescribeRoundDocument, type RoundFieldsFragment } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { failureOf } from '../platform/failure';
import { notify } from '../platform/notify';
import { useSession } from '../platform/session';
import { useTenant } from '../platform/tenant';
import { useFormErrors } from '../platform/useFormErrors';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Button, LinkButton } from '../ui/Button';
import { DateField } from '../ui/DateField';
import { ErrorSummary } from '../ui/ErrorSummary';
import { Notice } from '../ui/Notice';
import { TextArea, TextField } from '../ui/TextField';
import { CoordinatorSelect } from './CoordinatorSelect';
import { DelimitationField } from './DelimitationField';
import { GroupChoices } from './GroupChoices';
import styles from './RoundFields.module.css';
import { changesOf, emptyRound, formOf, missingIn, type RoundForm } from './roundForm';
import { useRoundTexts } from './useRoundTexts';

interface RoundFieldsProps {
  area: AreaOfRoundQuery['area'];
  /** Null for a new one. */
  round: RoundFieldsFragment | null;
  /** Somebody else has changed it: the newest is wanted. */
  onStale: () => void;
}

/** Everything that is said of a round. What is typed is kept until it is saved. */
export function RoundFields({ area, round, onStale }: RoundFieldsProps) {
  const { form: texts } = useRoundTexts();
  const { optional, cancel } = usePlatformTexts();
  const { slug } = useTenant();
  const { me } = useSession();
  const navigate = useNavigate();
  // What one began with: a change of somebody else's is not one of one's own.
  const [before] = useState<RoundForm>(() => (round ? formOf(round) : emptyRound));
  const [draft, setDraft, forgetDraft] = useDraft<RoundForm>(round ? `${round.id}.${round.version}` : `${area.id}.round.new`, {
    ...before,
    personId: before.personId ?? me?.personId ?? null,
  });
  const [overtaken, setOvertaken] = useState(false);
  const [creating, create] = useMutation(CreateRoundDocument);
  const [describing, describe] = useMutation(DescribeRoundDocument);
  const errors = useFormErrors();
  const change = (part: Partial<RoundForm>) => setDraft({ ...draft, ...part });
  const back = round ? `/${slug}/areas/${area.id}/rounds/${round.id}` : `/${slug}/areas/${area.id}`;

  async function send(event: FormEvent) {
    event.preventDefault();
    const { name, startsOn, endsOn } = draft;
    const missing = missingIn(draft, texts);
    if (missing.length > 0 || !startsOn || !endsOn) return errors.show(missing);
    const changes = changesOf(before, draft);
    const { data, error } = round
      ? await describe({ input: { ...changes, id: round.id, version: round.version } }).then((one) => ({ ...one, data: one.data?.describeRound }))
      : await create({ input: { ...changes, areaId: area.id, name, startsOn, endsOn } }).then((one) => ({ ...one, data: one.data?.createRound }));
    if (error && failureOf(error).reason === 'ROUND_CHANGED') {
      errors.clear();
      setOvertaken(true);
      return onStale();
    }
    if (error) return errors.refused(error);
    forgetDraft();
    notify({ text: round ? texts.saved : texts.created(name.trim()), tone: 'moss' });
    if (data) await navigate(`/${slug}/areas/${area.id}/rounds/${data.id}`);
  }

  return (
    <form className={styles.form} onSubmit={(event) => void send(event)} noValidate>
      <ErrorSummary errors={errors.errors} attempt={errors.attempt} />
      {overtaken && (
        <Notice tone="amber" role="alert" title={texts.changedTitle}>
          <p>{texts.changed}</p>
        </Notice>
      )}
      <TextField
        label={texts.name}
        help={texts.nameHelp}
        name="name"
        value={draft.name}
        onChange={(name) => change({ name })}
        error={errors.at('name')}
        autoComplete="off"
      />
      <GroupChoices value={draft.targetGroups} onChange={(targetGroups) => change({ targetGroups })} />
      <TextArea
        label={texts.localGroups}
        optional={optional}
        help={texts.localGroupsHelp}
        name="localGroups"
        rows={2}
        value={draft.localGroups}
        onChange={(localGroups) => change({ localGroups })}
        error={errors.at('localGroups')}
      />
      <TextArea
        label={texts.missing}
        optional={optional}
        help={texts.missingHelp}
        name="missingKnowledge"
        value={draft.missingKnowledge}
        onChange={(missingKnowledge) => change({ missingKnowledge })}
        maxLength={textLimits.description}
        countText={texts.characters}
        error={errors.at('missingKnowledge')}
      />
      <div className={styles.days}>
        <DateField id="startsOn" label={texts.startsOn} value={draft.startsOn} onChange={(startsOn) => change({ startsOn })} error={errors.at('startsOn')} />
        <DateField id="endsOn" label={texts.endsOn} value={draft.endsOn} onChange={(endsOn) => change({ endsOn })} error={errors.at('endsOn')} />
      </div>
      <CoordinatorSelect
        label={texts.responsible}
        help={texts.responsibleHelp}
        value={draft.personId}
        onChange={(personId) => change({ personId })}
        present={round?.responsible ?? null}
        error={errors.at('responsible')}
      />
      <DelimitationField
        area={area}
        where={draft.where}
        value={draft.delimitation}
        onChange={(where, delimitation) => change({ where, delimitation })}
        error={errors.at('delimitation')}
      />
      <div className={styles.actions}>
        <Button type="submit" variant="primary" size="large" isPending={creating.fetching || describing.fetching}>
          {round ? texts.save : texts.create}
        </Button>
        <LinkButton to={back} variant="quiet">
          {cancel}
        </LinkButton>
      </div>
    </form>
  );
}
