import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import { useSession } from '../../platform/session';
import { useTenant } from '../../platform/tenant';
import { AreaMapStore } from './AreaMapStore';
import type { AreaMapActions, AreaMapView } from './areaMap.types';
import { DeviceDrawer } from './Drawer';
import { graphqlMapServer } from './graphqlMapServer';

/** The shared map of an area in this window. It lives as long as the page; unsent edits live longer. */
export function useAreaMap(areaId: string, known: Pick<AreaMapView, 'mayEdit' | 'openMeeting'>): { view: AreaMapView; actions: AreaMapActions } {
  const { api } = useTenant();
  const { me, expired } = useSession();
  const personId = me?.personId ?? '';
  const first = useRef(known);
  const store = useMemo(
    () =>
      new AreaMapStore({
        server: graphqlMapServer(api, areaId),
        drawer: new DeviceDrawer(personId, `${api.tenant ?? ''}/${areaId}`),
        me: personId,
        known: first.current,
        // Frames stand still in a window that nobody sees.
        schedule: (task) => void (document.hidden ? setTimeout(task, 50) : requestAnimationFrame(task)),
        newId: () => crypto.randomUUID(),
      }),
    [api, areaId, personId],
  );
  const used = useRef<AreaMapStore>(null);
  useEffect(() => {
    used.current = store;
    void store.open();
    return () => {
      used.current = null;
      // React's strict mode leaves and comes back at once.
      queueMicrotask(() => used.current !== store && store.close());
    };
  }, [store]);
  // Signed in again in this very page: what waited goes on.
  useEffect(() => {
    if (!expired) store.retryNow();
  }, [store, expired]);
  const view = useSyncExternalStore(store.subscribe, store.current);
  const wouldBeLost = view.saving.state !== 'saved' && !view.saving.kept;
  useEffect(() => {
    if (!wouldBeLost) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [wouldBeLost]);
  return { view, actions: store };
}
