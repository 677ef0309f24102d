import { useEffect } from 'react';
import { useMatch } from 'react-router';

const key = (slug: string) => `kvarter.area.${slug}`;

/** The area this tab was last at in a tenant, so that its map is one press away. */
export function useLastArea(slug: string): string | null {
  const match = useMatch('/:tenant/areas/:areaId/*');
  const here = match?.params.areaId === 'new' ? undefined : match?.params.areaId;
  useEffect(() => {
    if (here) sessionStorage.setItem(key(slug), here);
  }, [here, slug]);
  return here ?? sessionStorage.getItem(key(slug));
}
