import { decisions } from './decision.ts';
import type { Fields } from './field.ts';
import { grades, toldGrades } from './item-state.ts';
import { scene } from './scene.ts';
import { shapes } from './shape.ts';
import { robotStates } from './summary.ts';

/** Version of all that follows; `run.started` carries it, so that a recording says what it is. Goes up with every change. */
export const recordVersion = 'looptwin.record/5';

/** Versions that are still read: what they lack is filled in (see upgrade.ts). */
export const readVersions = [recordVersion, 'looptwin.record/4', 'looptwin.record/3'] as const;
export type RecordVersion = (typeof readVersions)[number];

const service = { asset: 'text', action: ['planned', 'repair'], costEur: 'number' } as const satisfies Fields;

/** What happens in the world: the data of every event, by its dotted type, `noun.verb`. */
export const eventFields = {
  'run.started': {
    version: readVersions,
    scene: { record: scene },
    world: 'text',
    seed: 'whole',
    replication: 'whole',
    perception: 'text',
    sorting: 'text',
    maintenance: 'text',
    processing: 'text',
  },
  'run.ended': { revenueEur: 'number', costEur: 'number', valueEur: 'number', items: 'whole' },
  /** The books as if the day ended now, by cause (revenue positive, cost negative); joules that the robots have used. */
  'accounts.state': {
    ...{ revenueEur: 'number', costEur: 'number', valueEur: 'number', co2eKg: 'number', energyJ: 'number' },
    flows: { list: { record: { cause: 'text', eur: 'number' } } },
  },
  'item.arrived': {
    itemId: 'whole',
    /** Number of the piece in its pool: pieces of one number are the same piece come again. */
    specimen: 'whole',
    material: 'text',
    class: 'text',
    /** Best next use by its hidden state. */
    grade: toldGrades,
    shape: shapes,
    lengthM: 'number',
    widthM: 'number',
    thicknessM: 'number',
    colour: 'colour',
    massKg: 'number',
    /** Across the belt from its middle, negative = left. */
    laneM: 'number',
    angleRad: 'number',
  },
  'item.seen': { itemId: 'whole', robot: 'text' },
  'item.picked': { itemId: 'whole', robot: 'text', bin: 'text', ok: 'flag', startUs: 'whole' },
  'item.binned': { itemId: 'whole', bin: 'text', by: 'text', correct: 'flag' },
  /** A piece has been worked on at the bench of a bin: whether it passed its test, and whether its buyer brings it back. */
  'item.tested': {
    ...{ itemId: 'whole', bin: 'text', grade: grades, minutes: 'number', partsEur: 'number' },
    ...{ passed: 'flag', returned: 'flag', valueEur: 'number' },
  },
  'robot.state': { state: robotStates, chargeJ: 'number', soc: 'number', powerW: 'number', solarW: 'number' },
  /** The present lot of a bin. */
  'bin.changed': { count: 'whole', massKg: 'number' },
  'belt.state': { running: 'flag', speedMPerS: 'number' },
  'asset.reading': {
    condition: 'number',
    currentA: 'number',
    vibrationMmPerS: 'number',
    hotSpotK: 'number',
  },
  /** Wear from 0 = new to 1 = fails. */
  'asset.state': { wear: 'number', up: 'flag' },
  'maintenance.visit': { ...service, arrivesUs: 'whole' },
  'maintenance.start': service,
  'maintenance.end': service,
  'collection.overflow': { kg: 'number' },
  'lot.sold': { from: 'text', kg: 'number', purity: 'number', eurPerKg: 'number' },
  ...decisions,
} as const satisfies Readonly<Record<string, Fields>>;
