import { ArrowRight } from 'lucide-react';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { type Persona, signInAs } from '../platform/authCalls';
import type { Failure } from '../platform/failure';
import { useSession } from '../platform/session';
import { useFailureText } from '../platform/useFailureText';
import { usePlatformTexts } from '../platform/usePlatformTexts';
import { Badge } from '../ui/Badge';
import { initials } from '../ui/initials';
import { Notice } from '../ui/Notice';
import { rememberPersona } from './persona';
import styles from './PersonaCards.module.css';
import { useAuthTexts } from './useAuthTexts';

/** One to begin with: may do most of what there is to try. */
const recommended = 'coordinator';

/** The people of the demonstration by municipality; a press signs in as one of them. */
export function PersonaCards({ personas }: { personas: readonly Persona[] }) {
  const texts = useAuthTexts();
  const { refresh } = useSession();
  const failureText = useFailureText();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);

  async function choose({ persona }: Persona) {
    setBusy(persona);
    const answer = await signInAs(persona);
    if (answer.ok) {
      rememberPersona(persona);
      await refresh();
    } else {
      setBusy(null);
      setFailure(answer.failure);
    }
  }

  return (
    <section className={styles.cards} aria-label={texts.chooseLabel}>
      <div>
        <h2 className={styles.title}>{texts.demoTitle}</h2>
        <p className={styles.lead}>{texts.demo}</p>
      </div>
      {failure && (
        <Notice tone="brick" role="alert">
          <p>{failureText(failure)}</p>
        </Notice>
      )}
      {byTenant(personas).map(([tenant, people]) => (
        <div key={tenant} className={styles.group}>
          <h3 className={styles.tenant}>{tenant}</h3>
          <ul className={styles.list}>
            {people.map((persona) => (
              <li key={persona.persona}>
                <Card persona={persona} isPending={busy === persona.persona} isDisabled={busy !== null} onChoose={() => void choose(persona)} />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

interface CardProps {
  persona: Persona;
  isPending: boolean;
  isDisabled: boolean;
  onChoose: () => void;
}

function Card({ persona: { persona, name, tenants }, isPending, isDisabled, onChoose }: CardProps) {
  const texts = useAuthTexts();
  const { roles } = usePlatformTexts();
  const role = [...new Set(tenants.map((tenant) => roles[tenant.role] ?? tenant.role))].join(', ');
  return (
    <Button className={styles.card} onPress={onChoose} isPending={isPending} isDisabled={isDisabled && !isPending}>
      <span className={styles.avatar} aria-hidden>
        {initials(name)}
      </span>
      <span className={styles.words}>
        <span className={styles.name}>
          {name} {persona === recommended && <Badge tone="fjord">{texts.startHere}</Badge>}
        </span>
        <span className={styles.role}>{role}</span>
      </span>
      <ArrowRight aria-hidden className={styles.arrow} />
      {isPending && <span className="visually-hidden">{texts.signingIn(name)}</span>}
    </Button>
  );
}

/** In the order the server gave them. */
function byTenant(personas: readonly Persona[]): [string, Persona[]][] {
  const groups = new Map<string, Persona[]>();
  for (const persona of personas) {
    const first = persona.tenants[0];
    const name = first?.tenantName ?? first?.slug ?? '';
    groups.set(name, [...(groups.get(name) ?? []), persona]);
  }
  const weight = (people: Persona[]) => (people.some(({ persona }) => persona === recommended) ? 0 : 1);
  return [...groups].sort(([, a], [, b]) => weight(a) - weight(b));
}
