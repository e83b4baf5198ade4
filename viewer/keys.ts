import type { commandsOf } from './commands.ts';
import type { Phrase } from './language.ts';

/** Everything that a key can ask for. */
export type Commands = ReturnType<typeof commandsOf>;

export interface Key<C = Commands> {
  /** Value of `KeyboardEvent.key`; upper case letters mean with Shift. */
  readonly key: string;
  readonly shown: string;
  /** Null for the other direction of the key before it. */
  readonly does: Phrase | null;
  readonly run: (commands: C) => void;
}

/** The keys as data: the handler and the help page read the same list. */
export const keys: readonly Key[] = [
  { key: ' ', shown: 'Space', does: 'key.play-or-pause', run: (c) => c.toggle() },
  { key: 'ArrowRight', shown: 'Right', does: 'key.one-second-forward', run: (c) => c.step(1) },
  { key: 'ArrowLeft', shown: 'Left', does: 'key.one-second-back', run: (c) => c.step(-1) },
  {
    key: 'Shift+ArrowRight',
    shown: 'Shift Right',
    does: 'key.a-tenth-of-a-second-forward',
    run: (c) => c.step(0.1),
  },
  {
    key: 'Shift+ArrowLeft',
    shown: 'Shift Left',
    does: 'key.a-tenth-of-a-second-back',
    run: (c) => c.step(-0.1),
  },
  { key: 'PageDown', shown: 'Page Down', does: 'key.one-minute-forward', run: (c) => c.step(60) },
  { key: 'PageUp', shown: 'Page Up', does: 'key.one-minute-back', run: (c) => c.step(-60) },
  { key: '.', shown: '.', does: 'key.next-event', run: (c) => c.event(1) },
  { key: ',', shown: ',', does: 'key.previous-event', run: (c) => c.event(-1) },
  { key: ']', shown: ']', does: 'key.faster', run: (c) => c.shift(1) },
  { key: '[', shown: '[', does: 'key.slower', run: (c) => c.shift(-1) },
  { key: 'f', shown: 'F', does: 'key.next-failure', run: (c) => c.jump('fault', 1) },
  { key: 'F', shown: '', does: null, run: (c) => c.jump('fault', -1) },
  { key: 'w', shown: 'W', does: 'key.next-wrong-sort', run: (c) => c.jump('wrong sort', 1) },
  { key: 'W', shown: '', does: null, run: (c) => c.jump('wrong sort', -1) },
  { key: 'b', shown: 'B', does: 'key.next-brown-out', run: (c) => c.jump('brown-out', 1) },
  { key: 'B', shown: '', does: null, run: (c) => c.jump('brown-out', -1) },
  { key: 'v', shown: 'V', does: 'key.next-visit', run: (c) => c.jump('visit', 1) },
  { key: 'V', shown: '', does: null, run: (c) => c.jump('visit', -1) },
  { key: 'n', shown: 'N', does: 'key.next-item-on-the-belt', run: (c) => c.item(1) },
  { key: 'N', shown: '', does: null, run: (c) => c.item(-1) },
  { key: 'l', shown: 'L', does: 'key.loop', run: (c) => c.loop() },
  { key: '1', shown: '1', does: 'key.camera-overview', run: (c) => c.view('overview') },
  { key: '2', shown: '2', does: 'key.camera-robots', run: (c) => c.view('robots') },
  { key: '3', shown: '3', does: 'key.camera-from-above', run: (c) => c.view('top') },
  { key: 't', shown: 'T', does: 'key.tour', run: (c) => c.tour() },
  { key: 'Escape', shown: 'Esc', does: 'key.clear-the-selection', run: (c) => c.deselect() },
];

/** Elements that need the key themselves. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.matches('input:not([type=range], [type=checkbox]), textarea, select')) return true;
  if (key === ' ') return target.matches('button, summary, a, [type=checkbox]');
  if (target.matches('[role=tab]')) return key.startsWith('Arrow');
  return target.matches('input[type=range], [data-scrolls]') && /^(Arrow|Page)/.test(key);
}

/** Runs what a list of keys says of a pressed key; single characters only while `single` is on (WCAG 2.1.4). */
export function runKey<C>(event: KeyboardEvent, list: readonly Key<C>[], commands: C, single: boolean): void {
  if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target, event.key)) return;
  if (event.key.length === 1 && event.key !== ' ' && !single) return;
  const name = event.shiftKey && event.key.length > 1 ? `Shift+${event.key}` : event.key;
  const found = list.find((k) => k.key === name);
  if (found === undefined) return;
  event.preventDefault();
  found.run(commands);
}
