import { Handshake } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import type { CombinedError } from 'urql';
import type { CreateAgreementInput } from '../generated/graphql';
import { Button } from '../ui/Button';
import { useOutcomeTexts } from './useOutcomeTexts';

const NewAgreementDialog = lazy(() => import('../agreements/NewAgreementDialog'));

interface MakeAgreementProps {
  meeting: { id: string; areaId: string | null };
  /** What it comes from, its words, and who would do it. */
  from: { id: string; words: string; personId?: string | null };
  agree: (input: CreateAgreementInput) => Promise<{ error?: CombinedError }>;
}

/** One press from what was said to who does it by when. */
export function MakeAgreement({ meeting, from, agree }: MakeAgreementProps) {
  const texts = useOutcomeTexts();
  const [making, setMaking] = useState(false);
  return (
    <>
      <Button size="small" icon={<Handshake aria-hidden />} aria-label={texts.agreeOn(from.words)} onPress={() => setMaking(true)}>
        {texts.agree}
      </Button>
      <Suspense>
        {making && <NewAgreementDialog areaId={meeting.areaId} meetingId={meeting.id} from={{ ...from, agree }} onClose={() => setMaking(false)} />}
      </Suspense>
    </>
  );
}
