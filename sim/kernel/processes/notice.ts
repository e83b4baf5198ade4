import type { Target } from '../core/event.ts';
import type { AnyWait, Waiter } from './wait.ts';

/** Waits on behalf of an entity: tells it by one of its actions. */
export class Notice implements Waiter {
  constructor(
    private readonly entity: Target,
    private readonly action: number,
  ) {}

  get name(): string {
    return this.entity.name;
  }

  wake(): void {
    this.entity.handle(this.action, 0);
  }

  fail(_wait: AnyWait, error: unknown): void {
    throw error;
  }
}
