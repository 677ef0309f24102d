/** A subscriber as a socket would be, for tests: keeps what it is sent. */
import type { Actor } from '../platform/auth/actor.js';
import type { DirectSink, DirectStream } from '../platform/graphql/direct-subscription.js';
import { Refusal } from '../platform/graphql/errors.js';

export class FakeSink implements DirectSink {
  readonly payloads: string[] = [];
  readonly context: DirectSink['context'];
  open = true;
  /** How often the selection was executed here. */
  executions = 0;
  failure: unknown;
  private leave: (() => void) | undefined;
  private readonly waiting = new Set<() => void>();

  constructor(
    readonly actor: Actor,
    readonly selectionKey = 'all',
    connectionId = 'c',
  ) {
    this.context = {
      transport: 'socket',
      actor,
      locale: 'da',
      correlationId: '',
      operation: undefined as never,
      variables: {},
      connectionId,
    };
  }

  join(stream: DirectStream): this {
    const leave = stream.join(this);
    if (this.open) this.leave = leave;
    else leave();
    return this;
  }

  async executeSelection(event: unknown): Promise<string> {
    this.executions += 1;
    return JSON.stringify(event);
  }

  send(payload: string): void {
    if (!this.open) return;
    this.payloads.push(payload);
    this.notice();
  }

  fail(error: unknown): void {
    if (!this.open) return;
    this.failure = error;
    this.end();
  }

  complete(): void {
    this.end();
  }

  end(): void {
    if (!this.open) return;
    this.open = false;
    this.leave?.();
    this.notice();
  }

  get reason(): string | undefined {
    return this.failure instanceof Refusal ? this.failure.reason : undefined;
  }

  get events(): { seq: number; editId: string }[] {
    return this.payloads.map((payload) => JSON.parse(payload) as { seq: number; editId: string });
  }

  get seqs(): number[] {
    return this.events.map(({ seq }) => seq);
  }

  /** Resolves when `holds`; looked at whenever something arrives. */
  async until(holds: (sink: this) => boolean): Promise<void> {
    while (!holds(this)) {
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
      });
    }
  }

  private notice(): void {
    for (const resolve of this.waiting) resolve();
    this.waiting.clear();
  }
}
