/** A window on the shared map as a test opens it, and the device it is open on. */
import { AreaMapStore } from './AreaMapStore';
import type { Drawer, Kept } from './Drawer';
import type { InMemoryServer, Link } from './inMemoryServer.fixture';

interface Open {
  kept: Kept;
  isHere: boolean;
  found: (kept: Kept) => void;
  /** Windows whose record was handed over to this one. */
  handedOver: Open[];
}

const nothing: Kept = { queue: [], refused: [], conflicts: [] };

/** Where the windows of one person leave what is unsent; it outlives them. */
export class Device {
  private windows: Open[] = [];
  /** False: nothing can be kept here. */
  works = true;

  /** All that lies there. */
  get kept(): readonly Kept[] {
    return this.windows.map(({ kept }) => kept).filter(({ queue, refused, conflicts }) => queue.length + refused.length + conflicts.length > 0);
  }

  /** A drawer as `DeviceDrawer` is one, and how its window crashes. */
  drawer(): Drawer & { crash: () => void } {
    const here: Open = { kept: nothing, isHere: true, found: () => undefined, handedOver: [] };
    const end = () => {
      here.isHere = false;
    };
    return {
      open: async (found) => {
        here.found = found;
        this.windows.push(here);
        await Promise.resolve();
        this.look(here);
      },
      keep: async (kept) => {
        const taken = [...here.handedOver];
        await Promise.resolve();
        if (!this.works || !here.isHere) return false;
        here.kept = structuredClone(kept);
        this.windows = this.windows.filter((one) => !taken.includes(one));
        here.handedOver = here.handedOver.filter((one) => !taken.includes(one));
        return true;
      },
      close: end,
      crash: end,
    };
  }

  /** Time goes by: the windows that are open look for those that are gone. */
  lookAround(): void {
    for (const window of this.windows) if (window.isHere) this.look(window);
  }

  private look(here: Open): void {
    for (const gone of this.windows.filter(({ isHere }) => !isHere)) {
      if (this.windows.some(({ isHere, handedOver }) => isHere && handedOver.includes(gone))) continue;
      here.handedOver.push(gone);
      here.found(structuredClone(gone.kept));
    }
  }
}

let ids = 0;

export class TestWindow {
  readonly link: Link;
  readonly store: AreaMapStore;
  private readonly drawer: ReturnType<Device['drawer']>;

  constructor(server: InMemoryServer, person: string, device = new Device()) {
    this.link = server.connect(person);
    this.drawer = device.drawer();
    this.store = new AreaMapStore({
      server: this.link,
      drawer: this.drawer,
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

  /** From one moment to the next it is gone: what is under way comes to nothing here, though the server may have it. */
  crash(): void {
    this.drawer.crash();
    this.link.connected = false;
    this.store.close();
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
  for (let turn = 0; turn < 100; turn++) await Promise.resolve();
}
