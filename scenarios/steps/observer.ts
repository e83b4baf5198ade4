import type { ItemState } from '../../sim/materials/item.ts';
import type { Sink } from '../../sim/ports.ts';
import { CanonicalHash } from '../../sim/record/canonical.ts';
import type { DecisionType } from '../../sim/record/decision.ts';
import { type Decision, type EventType, isDecision, type WorldEvent } from '../../sim/record/event.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import type { Message } from '../../sim/record/message.ts';
import type { Cell } from '../record/table.ts';
import type { Rows } from './steps.ts';

const usPerS = 1e6;
type Row = Record<string, Cell>;

/** Events that become rows of a table, by type. */
const tableOfType: Readonly<Partial<Record<EventType, string>>> = {
  'robot.state': 'robots',
  'bin.changed': 'bins',
  'asset.state': 'assets',
  'maintenance.visit': 'maintenance',
  'maintenance.start': 'maintenance',
  'maintenance.end': 'maintenance',
  'item.binned': 'binned',
};

function cellOf(value: JsonValue): Cell {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell);
}

function flat(record: object): Row {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, cellOf(value as JsonValue)]));
}

/** Kind of decision as the table names it. */
const kinds: Readonly<Record<DecisionType, string>> = {
  'item.decided': 'sort',
  'site.decided': 'process',
  'asset.decided': 'maintain',
  'lot.decided': 'route',
};

function decisionRow({ timeUs, type, subject, data: d }: Decision): Row {
  return {
    timeS: timeUs / usPerS,
    by: d.by,
    kind: kinds[type],
    subject,
    chosen: d.chosen,
    expectedEur: d.options.find((o) => o.action === d.chosen)?.expectedEur ?? null,
    best: d.best.action,
    bestEur: d.best.valueEur,
    options: JSON.stringify(d.options),
    seen: JSON.stringify(d.seen),
  };
}

/**
 * Watches a day: hashes everything, and when `recording` keeps messages and table rows until they are drained.
 * The hash covers every event in order, so that two days are equal exactly if their hashes are.
 */
export class Observer implements Sink {
  private readonly hash = new CanonicalHash();
  private readonly recording: boolean;
  private pending: Message[] = [];
  private readonly rows = new Map<string, Row[]>();
  events = 0;
  decisions = 0;

  constructor(recording: boolean) {
    this.recording = recording;
  }

  event(event: WorldEvent): void {
    this.events++;
    const decision = isDecision(event);
    if (decision) this.decisions++;
    this.hash.add(event);
    if (!this.recording) return;
    this.pending.push(event);
    if (decision) this.row('decisions', decisionRow(event));
    const table = tableOfType[event.type];
    if (table === undefined) return;
    const { timeUs, subject, type, data } = event;
    this.row(table, { timeS: timeUs / usPerS, subject, type, ...flat(data) });
  }

  item(timeUs: number, index: number, item: ItemState): void {
    if (!this.recording) return;
    this.pending.push({ type: 'item.state', timeUs, subject: `item:${index}`, data: item });
    this.row('items', { arrivedS: timeUs / usPerS, ...flat(item) });
  }

  /** Messages since the last drain. */
  drain(): readonly Message[] {
    const messages = this.pending;
    this.pending = [];
    return messages;
  }

  tables(): Readonly<Record<string, Rows>> {
    return Object.fromEntries(this.rows);
  }

  hex(): string {
    return this.hash.hex();
  }

  private row(table: string, row: Row): void {
    const rows = this.rows.get(table);
    if (rows) rows.push(row);
    else this.rows.set(table, [row]);
  }
}
