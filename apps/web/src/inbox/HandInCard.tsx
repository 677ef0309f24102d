import { Inbox } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { Link } from 'react-router';
import { useTenant } from '../platform/tenant';
import { Button } from '../ui/Button';
import { Card } from '../ui/Card';
import { useInboxTexts } from './useInboxTexts';

const HandInDialog = lazy(() => import('./HandInDialog'));

/** Where news about an area goes in. */
export function HandInCard({ areaId }: { areaId: string }) {
  const { card: texts, handIn } = useInboxTexts();
  const { slug } = useTenant();
  const [open, setOpen] = useState(false);
  return (
    <Card
      title={texts.title}
      action={
        <Button icon={<Inbox aria-hidden />} onPress={() => setOpen(true)}>
          {handIn}
        </Button>
      }
    >
      <p>
        {texts.text} <Link to={`/${slug}/inbox`}>{texts.inbox}</Link>
      </p>
      <Suspense>{open && <HandInDialog areaId={areaId} onClose={() => setOpen(false)} />}</Suspense>
    </Card>
  );
}
