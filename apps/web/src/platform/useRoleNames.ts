import { useCallback } from 'react';
import { useQuery } from 'urql';
import { LocalNamesDocument } from '../generated/graphql';
import { useLocale } from './i18n/locale';
import { useTenant } from './tenant';
import { usePlatformTexts } from './usePlatformTexts';

// An empty list names no type, and a first name has to show at once.
const context = { additionalTypenames: ['LocalName'] };

/** What this municipality calls a role or a forum: its own name for it where it has one, else Kvarter's. */
export function useRoleNames(): (term: string) => string {
  const { roles } = usePlatformTexts();
  const { locale } = useLocale();
  const { may } = useTenant();
  const [{ data }] = useQuery({ query: LocalNamesDocument, context, requestPolicy: 'cache-first', pause: !may('local-name.read') });
  return useCallback(
    (term) => {
      const local = data?.localNames.find((one) => one.term === term);
      return local?.[locale] ?? roles[term] ?? term;
    },
    [data, locale, roles],
  );
}
