/** A window on the shared map as a test opens it: its disk outlives it. */
import { AreaMapStore } from './AreaMapStore';
import type { Drawer, Kept } from './Drawer';
import type { InMemoryServer, Link } from './inMemoryServer.fixture';

export interface Disk {
  kept: Kept;
}

export const emptyDisk = (): Disk => ({ kept: { queue: [], refused: [], conflicts: [] } });

const drawerOn = (disk: Disk): Drawer => ({
  open: () => Promise.resolve(structuredClone(disk.kept)),
  keep(kept) {
    disk.kept = structuredClone(kept);
    return Promise.resolve();
  },
  onAdopted: () => () => undefined,
  close: () => undefined,
});

let ids = 0;

export class TestWindow {
  readonly link: Link;
  readonly store: AreaMapStore;

  constructor(server: InMemoryServer, person: string, disk: Disk = emptyDisk()) {
    this.link = server.connect(person);
    this.store = new AreaMapStore({
      server: this.link,
      drawer: drawerOn(disk),
      me: person,
      known: { mayEdit: true, openMeeting: null },
      schedule: (task) => task(),
      newId: () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`,
    });
  }

  async open(): Promise<this> {
    await this.store.open();
    await settle();
    return this;
  }

  get view() {
    return this.store.current();
  }

  named(name: string) {
    return [...this.view.features.values()].find(({ state }) => state.name === name);
  }
}

/** Lets everything that is under way come to its end; nothing in these tests waits for a clock. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 60; turn++) await Promise.resolve();
}
