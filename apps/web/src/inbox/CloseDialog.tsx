import { useMutation } from 'urql';
import { CloseKnowledgeDocument } from '../generated/graphql';
import type { Item } from './inbox.types';
import { useInboxTexts } from './useInboxTexts';
import { WordsDialog } from './WordsDialog';

/** Ends what was handed in, with a reason that its author reads. */
export default function CloseDialog({ item, onClose }: { item: Item; onClose: () => void }) {
  const { close: texts } = useInboxTexts();
  const [{ fetching }, close] = useMutation(CloseKnowledgeDocument);
  return (
    <WordsDialog
      draftKey={`${item.id}.knowledge.close`}
      field="reason"
      texts={{ ...texts, label: texts.reason, help: texts.reasonHelp, missing: texts.reasonMissing }}
      lead={item.title}
      isPending={fetching}
      onSend={(reason) => close({ id: item.id, reason })}
      onClose={onClose}
    />
  );
}
