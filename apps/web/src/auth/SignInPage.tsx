import { useEffect, useState } from 'react';
import { type Answer, demoPersonas, type Persona } from '../platform/authCalls';
import { usePage } from '../platform/usePage';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { useFailureText } from '../platform/useFailureText';
import { Button } from '../ui/Button';
import { Notice } from '../ui/Notice';
import { Skeletons } from '../ui/Skeleton';
import { Estate } from './Estate';
import { LanguageSwitch } from './LanguageSwitch';
import { PersonaCards } from './PersonaCards';
import styles from './SignInPage.module.css';
import { useAuthTexts } from './useAuthTexts';

/** What Kvarter is in a few lines, and who one may be in the demonstration. */
export function SignInPage() {
  const texts = useAuthTexts();
  const [answer, setAnswer] = useState<Answer<Persona[]> | null>(null);
  const [attempt, setAttempt] = useState(0);
  usePage(texts.title);
  // A new attempt asks again.
  useEffect(() => {
    let wanted = true;
    void demoPersonas().then((given) => wanted && setAnswer(given));
    return () => {
      wanted = false;
    };
  }, [attempt]);

  return (
    <div className={styles.page}>
      <header className={styles.about}>
        <p className={styles.brand}>kvarter</p>
        <div className={styles.words}>
          <h1 className={styles.claim}>{texts.claim}</h1>
          <p>{texts.whatIsIt}</p>
          <p>{texts.whatThen}</p>
        </div>
        <Estate />
      </header>
      <main className={styles.main} id="main">
        <LanguageSwitch />
        <Choice answer={answer} onRetry={() => setAttempt(attempt + 1)} />
      </main>
    </div>
  );
}

function Choice({ answer, onRetry }: { answer: Answer<Persona[]> | null; onRetry: () => void }) {
  const texts = useAuthTexts();
  const { loading, retry } = usePlatformTexts();
  const failureText = useFailureText();
  if (!answer) return <Skeletons label={loading} heights={['2rem', '4.5rem', '4.5rem', '4.5rem', '4.5rem']} />;
  if (answer.ok && answer.data.length > 0) return <PersonaCards personas={answer.data} />;
  const again = (
    <Button variant="primary" onPress={onRetry}>
      {retry}
    </Button>
  );
  if (answer.ok) {
    return (
      <Notice tone="amber" title={texts.noneTitle} action={again}>
        <p>{texts.none}</p>
      </Notice>
    );
  }
  if (answer.failure.reason === 'DEMO_OFF') {
    return (
      <Notice title={texts.demoOffTitle}>
        <p>{texts.demoOff}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="brick" role="alert" action={again}>
      <p>{failureText(answer.failure)}</p>
    </Notice>
  );
}
