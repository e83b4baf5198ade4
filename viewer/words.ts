import { type EventOf, type EventType, idOf } from '../sim/record/event.ts';
import type { RobotStateName } from '../sim/record/summary.ts';
import { decimal, isPhrase, say } from './language.ts';

/** Seconds since the run began of a clock time such as `9:05` or `09:05:07`; null when it is no time. */
export function clockSeconds(startHour: number, text: string): number | null {
  const match = /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*$/.exec(text);
  if (match === null) return null;
  const [, h, m, s = '0'] = match;
  return Number(h) * 3600 + Number(m) * 60 + Number(s) - startHour * 3600;
}

export const percent = (share: number): string => `${decimal(share * 100, share > 0.0995 ? 0 : 1)} %`;
export const kilograms = (massKg: number): string => `${decimal(massKg, massKg < 10 ? 2 : 1)} kg`;
export const grams = (massKg: number): string =>
  massKg < 1 ? `${decimal(massKg * 1000, 0)} g` : `${decimal(massKg, 2)} kg`;
/** An amount of money; cents of a single item need four decimals, a day two. */
export const euros = (eur: number, digits = Math.abs(eur) < 1 ? 4 : 2): string =>
  `EUR ${decimal(eur, digits)}`;
/** Mass of carbon dioxide that warms as much. */
export const carbon = (kg: number): string => `${decimal(kg, Math.abs(kg) < 10 ? 2 : 1)} kgCO2e`;
/** Energy of robots. */
export const joules = (j: number): string =>
  j < 1e4 ? `${decimal(j, 0)} J` : j < 1e7 ? `${decimal(j / 1e3, 1)} kJ` : `${decimal(j / 1e6, 2)} MJ`;

/** What a robot does in a recorded state, in a word. */
export const robotWord = (state: RobotStateName): string => say(`state.${state}`);

/** `pick:pet` in words. */
export function actionWord(action: string): string {
  const [kind = '', bin = ''] = action.split(':');
  if (kind === 'pick') return say('action.pick', { bin });
  const phrase = `action.${kind}`;
  return isPhrase(phrase) ? say(phrase) : action;
}

/** `pick, to pet` of an action such as `pick:pet`. */
export const actionText = (action: string): string => action.replace(':', ', to ');

/** One sentence about each type of event: a new type does not compile until it is told here. */
const tellers: { readonly [T in EventType]: (event: EventOf<T>) => string } = {
  'run.started': () => 'the run starts',
  'run.ended': () => 'the run ends',
  'accounts.state': ({ data }) => `the books stand at ${euros(data.valueEur)}`,
  'item.arrived': ({ data }) => `item ${data.itemId} arrives: ${data.material}`,
  'item.seen': ({ data }) => `${data.robot} looks at item ${data.itemId}`,
  'item.decided': ({ data: { by, itemId, seen, chosen } }) =>
    `${idOf(by)} identifies item ${itemId} as ${seen.label} (${percent(seen.confidence)}): ${actionText(chosen)}`,
  'item.picked': ({ data }) => `${data.robot} ${data.ok ? 'releases' : 'missed'} item ${data.itemId}`,
  'item.binned': ({ data }) =>
    `item ${data.itemId} falls into ${data.bin}${data.correct ? '' : ', where it does not belong'}`,
  'robot.state': ({ data, subject }) => `${idOf(subject)} is ${robotWord(data.state)}`,
  'bin.changed': ({ data, subject }) =>
    `${idOf(subject)} holds ${data.count} items, ${kilograms(data.massKg)}`,
  'belt.state': ({ data }) => (data.running ? 'the belt runs' : 'the belt stops'),
  'asset.reading': ({ data, subject }) =>
    `${idOf(subject)} is inspected: condition ${data.condition.toFixed(2)}`,
  'asset.state': ({ data, subject }) =>
    data.up ? `${idOf(subject)} is ${percent(data.wear)} worn` : `${idOf(subject)} fails`,
  'asset.decided': ({ data, subject }) =>
    data.chosen === 'visit' ? `${idOf(subject)} needs a technician` : `${idOf(subject)} can wait`,
  'site.decided': () => 'the control room adjusts the belt and the machines',
  'maintenance.visit': ({ data }) => `a technician is on the way to ${data.asset}`,
  'maintenance.start': ({ data }) => `a technician starts work on ${data.asset}`,
  'maintenance.end': ({ data }) => `${data.asset} is repaired at a cost of ${euros(data.costEur)}`,
  'collection.overflow': ({ data, subject }) => `${idOf(subject)} overflows by ${kilograms(data.kg)}`,
  'lot.sold': ({ data, subject }) => `${idOf(subject)} buys ${kilograms(data.kg)} from ${data.from}`,
  'lot.decided': ({ data, subject }) => `${subject} goes to ${data.chosen}`,
};

/** One sentence about one event. */
export function tell<T extends EventType>(event: EventOf<T>): string {
  return tellers[event.type](event);
}
