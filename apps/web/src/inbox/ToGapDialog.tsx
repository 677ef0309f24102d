import { useMutation } from 'urql';
import { useGapTexts } from '../gaps/useGapTexts';
import { KnowledgeToGapDocument } from '../generated/graphql';
import type { Item } from './inbox.types';
import { useInboxTexts } from './useInboxTexts';
import { WordsDialog } from './WordsDialog';

/** Makes of what was handed in a question that the team wants answered. */
export default function ToGapDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { toGap: texts } = useInboxTexts();
  const { takeUp } = useGapTexts();
  const [{ fetching }, make] = useMutation(KnowledgeToGapDocument);
  return (
    <WordsDialog
      draftKey={`${item.id}.knowledge.gap`}
      field="question"
      texts={{ ...texts, label: takeUp.question, help: takeUp.questionHelp, missing: takeUp.questionMissing }}
      lead={item.title}
      isPending={fetching}
      onSend={(question) => make({ id: item.id, question })}
      onClose={onClose}
    />
  );
}
