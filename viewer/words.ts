import type { WorldEvent } from '../sim/record/event.ts';
import { flagOf, idOf, numberOf, textOf } from './recording/fields.ts';

/** `09:05:07` of a local hour and the time since the run began. */
export function clockText(startHour: number, timeUs: number): string {
  const seconds = Math.floor(startHour * 3600 + timeUs / 1e6);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = Math.floor(seconds / 86_400);
  const text = `${two(Math.floor(seconds / 3600) % 24)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return day > 0 ? `day ${day + 1}, ${text}` : text;
}

/** Seconds since the run began of a clock time such as `9:05` or `09:05:07`; null when it is no time. */
export function clockSeconds(startHour: number, text: string): number | null {
  const match = /^\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.(\d+))?)?\s*$/.exec(text);
  if (match === null) return null;
  const [, h, m, s = '0'] = match;
  return Number(h) * 3600 + Number(m) * 60 + Number(s) - startHour * 3600;
}

export const percent = (share: number): string => `${(share * 100).toFixed(share > 0.0995 ? 0 : 1)} %`;
export const kilograms = (massKg: number): string => `${massKg.toFixed(massKg < 10 ? 2 : 1)} kg`;
export const grams = (massKg: number): string =>
  massKg < 1 ? `${(massKg * 1000).toFixed(0)} g` : `${massKg.toFixed(2)} kg`;
export const euros = (eur: number): string =>
  `${eur < 0 ? '-' : ''}EUR ${Math.abs(eur).toFixed(Math.abs(eur) < 1 ? 4 : 2)}`;

/** What robots do in their recorded states, in a word. */
const stateWords: Readonly<Record<string, string>> = {
  OFF: 'off, battery empty',
  SLEEP: 'asleep',
  IDLE: 'waiting',
  SENSE: 'looking',
  INFER: 'thinking',
  MOVE: 'picking',
  FAULT: 'broken',
};

export function robotWord(state: string): string {
  return stateWords[state] ?? state.toLowerCase();
}

type Teller = (event: WorldEvent) => string;

const tellers: Readonly<Record<string, Teller>> = {
  'run.started': () => 'the run starts',
  'run.ended': () => 'the run ends',
  'item.arrived': ({ data }) => `item ${numberOf(data, 'itemId')} arrives: ${textOf(data, 'material')}`,
  'item.seen': ({ data }) => `${textOf(data, 'robot')} looks at item ${numberOf(data, 'itemId')}`,
  'item.decided': ({ data }) => {
    const bin = textOf(data, 'bin');
    const target = bin === '' ? '' : ` to ${bin}`;
    const belief = `${textOf(data, 'label')} (${percent(numberOf(data, 'confidence'))})`;
    return `${textOf(data, 'robot')} takes item ${numberOf(data, 'itemId')} for ${belief}: ${textOf(data, 'action')}${target}`;
  },
  'item.picked': ({ data }) =>
    `${idOf(textOf(data, 'robot'))} ${flagOf(data, 'ok', true) ? 'lets go of' : 'missed'} item ${numberOf(data, 'itemId')}`,
  'item.binned': ({ data }) =>
    `item ${numberOf(data, 'itemId')} falls into ${idOf(textOf(data, 'bin'))}${flagOf(data, 'correct', true) ? '' : ', where it does not belong'}`,
  'robot.state': ({ data, subject }) => `${idOf(subject)} is ${robotWord(textOf(data, 'state'))}`,
  'bin.changed': ({ data, subject }) =>
    `${idOf(subject)} holds ${numberOf(data, 'count')} items, ${kilograms(numberOf(data, 'massKg'))}`,
  'belt.state': ({ data }) => (flagOf(data, 'running', true) ? 'the belt runs' : 'the belt stops'),
  'asset.state': ({ data, subject }) =>
    flagOf(data, 'up', true)
      ? `${idOf(subject)} is worn by ${percent(numberOf(data, 'wear'))}`
      : `${idOf(subject)} fails`,
  'maintenance.visit': ({ data }) => `a technician is on the way to ${idOf(textOf(data, 'asset'))}`,
  'maintenance.start': ({ data }) => `a technician starts at ${idOf(textOf(data, 'asset'))}`,
  'maintenance.end': ({ data }) =>
    `${idOf(textOf(data, 'asset'))} is repaired for ${euros(numberOf(data, 'costEur'))}`,
};

/** One sentence about one event; unknown types are told by their name and subject. */
export function tell(event: WorldEvent): string {
  return tellers[event.type]?.(event) ?? `${event.type} ${event.subject}`;
}
