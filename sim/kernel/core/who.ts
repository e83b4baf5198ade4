import { NOBODY } from './event.ts';
import type { EventQueue } from './event-queue.ts';

/** Whose event is happening: a process, an entity, a callback, or the model around the run. */
export function whoIn({ targets, running, executing, happened }: EventQueue): string {
  const process = running === NOBODY ? null : targets[running];
  if (process) return process.name; // one that an error has ended has left its slot
  if (executing !== NOBODY) return targets[executing]?.name || 'a callback';
  return `the model, ${happened === 0 ? 'before its first event' : 'between events'}`;
}
