import type { Op, Step } from './program.ts';

/** The slow obvious way: a list of events, searched for the smallest (time, phase, priority, sequence). */
interface Item {
  readonly time: number;
  readonly phase: number;
  readonly priority: number;
  readonly sequence: number;
  readonly happen: () => void;
}

interface Actor {
  readonly id: number;
  readonly steps: readonly Step[];
  /** Step it waits in; -1 before the start. */
  at: number;
  pending: Item | null;
  ended: boolean;
}

const GRANT = 2;
const ORDINARY = 3;

/** Runs a program on the list; returns its log. */
export function runOnList(program: readonly Op[]): readonly string[] {
  const log: string[] = [];
  let items: Item[] = [];
  let now = 0;
  let sequence = 0;
  const events: Item[] = [];
  const actors: Actor[] = [];
  let running: Actor | null = null;
  const say = (text: string): void => {
    log.push(`${now} ${text}`);
  };

  function push(delay: number, phase: number, priority: number, happen: () => void): Item {
    const item = { time: now + delay, phase, priority, sequence: sequence++, happen };
    items.push(item);
    return item;
  }

  function remove(item: Item | null): boolean {
    const found = item !== null && items.includes(item);
    items = items.filter((other) => other !== item);
    return found;
  }

  function perform(ops: readonly Op[]): void {
    for (const op of ops) {
      if (op.kind === 'schedule') {
        const id = events.length;
        const happen = (): void => {
          say(`event ${id}`);
          perform(op.effects);
        };
        events.push(push(op.delay, op.phase, op.priority, happen));
      } else if (op.kind === 'spawn') spawn(op.steps);
      else if (op.kind === 'cancel' && events.length > 0) {
        const id = op.id % events.length;
        say(`cancel ${id} ${remove(events[id]!)}`);
      } else if (op.kind === 'interrupt' && actors.length > 0) interrupt(actors[op.id % actors.length]!);
    }
  }

  function spawn(steps: readonly Step[]): void {
    const actor: Actor = { id: actors.length, steps, at: -1, pending: null, ended: false };
    actors.push(actor);
    actor.pending = push(0, ORDINARY, 0, () => {
      say(`start ${actor.id}`);
      goOn(actor);
    });
  }

  function goOn(actor: Actor): void {
    actor.at += 1;
    const step = actor.steps[actor.at];
    if (step === undefined) {
      actor.ended = true;
      say(`end ${actor.id}`);
      return;
    }
    actor.pending = push(step.delay, ORDINARY, 0, () => afterWait(actor, `resume ${actor.id}`));
  }

  function afterWait(actor: Actor, text: string): void {
    actor.pending = null;
    running = actor;
    say(text);
    perform(actor.steps[actor.at]!.effects);
    running = null;
    goOn(actor);
  }

  function interrupt(actor: Actor): void {
    if (actor.ended || actor === running) return;
    const cause = `by ${log.length}`;
    if (actor.at < 0) {
      push(0, ORDINARY, 0, () => deliver(actor, cause));
      return;
    }
    remove(actor.pending);
    actor.pending = null;
    push(0, GRANT, 0, () => deliver(actor, cause));
  }

  function deliver(actor: Actor, cause: string): void {
    if (actor.ended) return;
    remove(actor.pending);
    afterWait(actor, `interrupted ${actor.id} ${cause}`);
  }

  perform(program);
  while (items.length > 0) {
    const next = items.reduce((a, b) => (precedes(b, a) ? b : a));
    remove(next);
    now = next.time;
    next.happen();
  }
  return log;
}

function precedes(a: Item, b: Item): boolean {
  return (a.time - b.time || a.phase - b.phase || a.priority - b.priority || a.sequence - b.sequence) < 0;
}
