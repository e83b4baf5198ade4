import { type EventOf, type EventType, idOf } from '../sim/record/event.ts';
import type { RobotStateName } from '../sim/record/summary.ts';
import { decimal, say, wordOf } from './language.ts';

export const percent = (share: number): string => `${decimal(share * 100, share > 0.0995 ? 0 : 1)} %`;
export const kilograms = (massKg: number): string => `${decimal(massKg, massKg < 10 ? 2 : 1)} kg`;
export const grams = (massKg: number): string =>
  massKg < 1 ? `${decimal(massKg * 1000, 0)} g` : `${decimal(massKg, 2)} kg`;
/** Three digits of a number; one that would take more than seven characters stands as a power of ten. */
export function figure(value: number): string {
  const plain = String(Number(value.toPrecision(3)));
  if (plain.length <= 7) return decimal(Number(plain), plain.split('.')[1]?.length ?? 0);
  const [digits = '', power = ''] = value.toExponential(1).split('e');
  return `${decimal(Number(digits), 1)}e${power}`;
}

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
  return wordOf(`action.${kind}`, action);
}

/** What money was lost to, in words. */
export function causeName(cause: string): string {
  return wordOf(`cause.${cause}`, cause);
}

/** One sentence about each type of event: a new type does not compile until it is told here. */
const tellers: { readonly [T in EventType]: (event: EventOf<T>) => string } = {
  'run.started': () => say('tell.started'),
  'run.ended': () => say('tell.ended'),
  'accounts.state': ({ data }) => say('tell.accounts', { value: euros(data.valueEur, 2) }),
  'item.arrived': ({ data: { itemId, material } }) => say('tell.arrived', { item: itemId, material }),
  'item.seen': ({ data: { robot, itemId } }) => say('tell.seen', { robot, item: itemId }),
  'item.decided': ({ data: { by, itemId, seen, chosen } }) => {
    const values = { robot: idOf(by), item: itemId, label: seen.label, sure: percent(seen.confidence) };
    return say('tell.decided', { ...values, action: actionWord(chosen) });
  },
  'item.picked': ({ data: { robot, itemId, ok } }) =>
    say(ok ? 'tell.picked' : 'tell.missed', { robot, item: itemId }),
  'item.binned': ({ data: { itemId, bin, correct } }) =>
    say(correct ? 'tell.binned' : 'tell.binned.wrong', { item: itemId, bin }),
  'item.tested': ({ data: { itemId, passed, returned } }) =>
    say(`tell.tested.${returned ? 'returned' : passed ? 'passed' : 'failed'}`, { item: itemId }),
  'robot.state': ({ data, subject }) =>
    say('tell.robot', { robot: idOf(subject), state: robotWord(data.state) }),
  'bin.changed': ({ data: { count, massKg }, subject }) =>
    say('tell.bin', { bin: idOf(subject), count, mass: kilograms(massKg) }),
  'belt.state': ({ data }) => say(data.running ? 'tell.belt.runs' : 'tell.belt.stops'),
  'asset.reading': ({ data, subject }) =>
    say('tell.inspected', { asset: idOf(subject), condition: decimal(data.condition, 2) }),
  'asset.state': ({ data: { up, wear }, subject }) =>
    say(up ? 'tell.worn' : 'tell.fails', { asset: idOf(subject), wear: percent(wear) }),
  'asset.decided': ({ data, subject }) =>
    say(data.chosen === 'visit' ? 'tell.needed' : 'tell.waits', { asset: idOf(subject) }),
  'site.decided': () => say('tell.control'),
  'maintenance.visit': ({ data: { asset } }) => say('tell.coming', { asset }),
  'maintenance.start': ({ data: { asset } }) => say('tell.work', { asset }),
  'maintenance.end': ({ data: { asset, action, costEur } }) =>
    say(action === 'planned' ? 'tell.serviced' : 'tell.repaired', { asset, cost: euros(costEur, 2) }),
  'collection.overflow': ({ data, subject }) =>
    say('tell.overflow', { place: idOf(subject), mass: kilograms(data.kg) }),
  'lot.sold': ({ data: { kg, from }, subject }) =>
    say('tell.sold', { place: idOf(subject), from, mass: kilograms(kg) }),
  'lot.decided': ({ data, subject }) => say('tell.lot', { lot: subject, place: data.chosen }),
};

/** One sentence about one event. */
export function tell<T extends EventType>(event: EventOf<T>): string {
  return tellers[event.type](event);
}
