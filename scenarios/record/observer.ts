import { kept } from '../../sim/kernel/core/kept.ts';
import type { ItemState } from '../../sim/materials/item.ts';
import type { Sink } from '../../sim/ports.ts';
import { CanonicalHash } from '../../sim/record/canonical.ts';
import type { DecisionType } from '../../sim/record/decision.ts';
import { type Decision, type EventType, isDecision, type WorldEvent } from '../../sim/record/event.ts';
import type { JsonValue } from '../../sim/record/json.ts';
import { nodeHasher } from './node-hasher.ts';
import { type WrittenMessage, written } from './recording.ts';
import { type Cell, type Table, TableBuilder } from './table.ts';

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
  'item.tested': 'tested',
};

/** A row with the fields of a record after its own; what is no plain cell is kept as JSON. */
function rowOf(row: Row, record: object): Row {
  for (const [key, value] of Object.entries(record) as [string, JsonValue][]) {
    row[key] = typeof value === 'object' && value !== null ? JSON.stringify(value) : (value as Cell);
  }
  return row;
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

/** What all days of a run share, for they face the same arrivals: the main recording alone holds it. */
const shared: ReadonlySet<EventType> = new Set(['item.arrived']);

/**
 * Watches a day: hashes everything, and may keep messages and tables, or only the messages that are the day's own. Each event is written as JSON once: what
 * is hashed is what is recorded. The hash covers every event in order, so that two days are equal exactly if their hashes are.
 */
export class Observer implements Sink {
  private readonly hash = new CanonicalHash(nodeHasher());
  private pending: WrittenMessage[] = [];
  private readonly builders = new Map<string, TableBuilder>();
  events = 0;
  decisions = 0;

  constructor(private readonly keeps: 'everything' | 'own' | 'nothing') {}

  event(event: WorldEvent): void {
    this.events++;
    const decision = isDecision(event);
    if (decision) this.decisions++;
    const text = this.hash.add(event);
    const { timeUs, subject, type, data } = event;
    if (this.keeps === 'everything' || (this.keeps === 'own' && !shared.has(type)))
      this.pending.push({ type, timeUs, text });
    if (this.keeps !== 'everything') return;
    if (decision) this.row('decisions', decisionRow(event));
    const table = tableOfType[type];
    if (table !== undefined) this.row(table, rowOf({ timeS: timeUs / usPerS, subject, type }, data));
  }

  item(timeUs: number, index: number, item: ItemState): void {
    if (this.keeps !== 'everything') return;
    this.pending.push(written({ type: 'item.state', timeUs, subject: `item:${index}`, data: item }));
    // Events name an item by its place among the arrivals; several arrivals may be one specimen of a pool.
    const row = rowOf({ arrivedS: timeUs / usPerS }, item);
    this.row('items', { ...row, itemId: index, specimen: item.itemId });
  }

  /** Messages since the last drain. */
  drain(): readonly WrittenMessage[] {
    const messages = this.pending;
    this.pending = [];
    return messages;
  }

  /** Tables so far, by name. */
  tables(): Table[] {
    return [...this.builders.values()]
      .map((builder) => builder.table())
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  }

  hex(): string {
    return this.hash.hex();
  }

  private row(table: string, row: Row): void {
    kept(this.builders, table, (name) => new TableBuilder(name)).add(row);
  }
}
