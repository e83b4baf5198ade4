import { decisions } from './decision.ts';
import type { Fields } from './field.ts';
import { scene } from './scene.ts';
import { shapes } from './shape.ts';
import { robotStates } from './summary.ts';

/** Version of all that follows; `run.started` carries it, so that a recording says what it is. Goes up with every change. */
export const recordVersion = 'looptwin.record/4';

const service = { asset: 'text', action: ['planned', 'repair'], costEur: 'number' } as const satisfies Fields;

/** What happens in the world: the data of every event, by its dotted type, `noun.verb`. */
export const eventFields = {
  'run.started': {
    version: [recordVersion],
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
  'item.arrived': {
    itemId: 'whole',
    /** Number of the piece in its pool: pieces of one number are the same piece come again. */
    specimen: 'whole',
    material: 'text',
    class: 'text',
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
