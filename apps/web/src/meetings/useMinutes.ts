import { useCallback, useEffect, useRef, useState } from 'react';
import { useMutation } from 'urql';
import { type MinutesFragment, SaveMinutesDocument } from '../generated/graphql';
import { useDraft } from '../platform/draft';
import { failureOf } from '../platform/failure';
import { useFailureText } from '../platform/useFailureText';
import { joinMinutes } from './joinMinutes';

/** How long the keys rest before what was written is saved, in milliseconds. */
const rest = 900;

export type MinutesState = 'saved' | 'saving' | 'unsaved' | 'failed' | 'conflict';

/**
 * Minutes that save themselves. What others save shows where one has written nothing oneself; else both versions are
 * kept until somebody says what stands. What isn't saved survives a reload.
 */
export function useMinutes(meetingId: string, stands: MinutesFragment) {
  const [text, setText, forgetDraft] = useDraft(`meeting.${meetingId}.minutes`, stands.text);
  const [state, setState] = useState<MinutesState>(text === stands.text ? 'saved' : 'unsaved');
  const [problem, setProblem] = useState<string | null>(null);
  const [conflict, setConflict] = useState<MinutesFragment | null>(null);
  const base = useRef(stands);
  const [, execute] = useMutation(SaveMinutesDocument);
  const failureText = useFailureText();

  const save = useCallback(
    async (written: string) => {
      setState('saving');
      const { data, error } = await execute({ meetingId, text: written, baseVersion: base.current.version });
      if (error) {
        setProblem(failureText(failureOf(error)));
        return setState('failed');
      }
      setProblem(null);
      if (!data) return;
      const { saved, minutes } = data.saveMinutes;
      if (!saved) {
        setConflict(minutes);
        return setState('conflict');
      }
      base.current = { ...minutes, text: written };
      setState((now) => (now === 'saving' ? 'saved' : now));
    },
    [execute, failureText, meetingId],
  );

  useEffect(() => {
    if (state !== 'unsaved') return;
    const timer = setTimeout(() => void save(text), rest);
    return () => clearTimeout(timer);
  }, [state, text, save]);

  useEffect(() => {
    if (state !== 'saved') return;
    forgetDraft();
    if (stands.version <= base.current.version) return;
    base.current = stands;
    setText(stands.text);
    forgetDraft();
  }, [state, stands, setText, forgetDraft]);

  /** Goes on from what the other saved, with or without what one wrote oneself. */
  function settle(keepOwn: boolean) {
    if (!conflict) return;
    const next = keepOwn ? joinMinutes(base.current.text, conflict.text, text) : conflict.text;
    base.current = conflict;
    setConflict(null);
    setText(next);
    setState(next === conflict.text ? 'saved' : 'unsaved');
  }

  return {
    text,
    state,
    problem,
    conflict,
    settle,
    write: (next: string) => {
      setText(next);
      setState((now) => (now === 'conflict' ? now : 'unsaved'));
    },
  };
}
