import type { EventData, EventOf, WorldEvent } from '../../sim/record/event.ts';
import { decided, type ItemDecision, type ItemLife, type ItemPick } from './items.ts';
import { type KindsOf, Table } from './table/table.ts';

/** Lives kept as records once somebody has looked at them: more than lie on a crowded site. */
const LOOKED_AT = 30_000;
/** Row of a decision or pick that there is not. */
const NONE = -1;

/** A life as a row: its colour as a number, its last decision and pick as their rows. */
type LifeRow = Omit<EventData<'item.arrived'>, 'colour'> &
  Pick<ItemLife, 'arrivedUs' | 'arrivedPhase' | 'binnedUs' | 'bin' | 'binnedBy'> & {
    /** Belt travel (m) at which its place on the belt is 0. */
    readonly originM: number;
    readonly rgb: number;
    readonly decision: number;
    readonly pick: number;
  };

const lifeKinds: KindsOf<LifeRow> = {
  ...{ itemId: 'number', specimen: 'number', material: 'word', class: 'word', grade: 'word', shape: 'word' },
  ...{ lengthM: 'number', widthM: 'number', thicknessM: 'number', massKg: 'number', laneM: 'number' },
  ...{ angleRad: 'number', rgb: 'number', arrivedUs: 'number', arrivedPhase: 'number', originM: 'number' },
  ...{ binnedUs: 'number', bin: 'word', binnedBy: 'word', decision: 'number', pick: 'number' },
};

/** A decision as a row: without what only the item's panel shows, which its event tells. */
type DecisionRow = Omit<ItemDecision, 'options' | 'next'> & {
  readonly event: number;
  /** Row of the decision before it on the same item. */
  readonly before: number;
};

const decisionKinds: KindsOf<DecisionRow> = {
  ...{ timeUs: 'number', robot: 'word', network: 'word', label: 'word', confidence: 'number' },
  ...{ state: 'number', stateConfidence: 'number', quality: 'number', looks: 'number', dirt: 'number' },
  ...{
    grade: 'word',
    lampAge: 'number',
    chosen: 'word',
    chosenEur: 'number',
    best: 'word',
    bestEur: 'number',
  },
  ...{ event: 'number', before: 'number' },
};

/** A pick as a row. */
type PickRow = ItemPick & {
  /** Bin that it was meant for, and where along the belt the hand closed. */
  readonly bin: string;
  readonly gripXM: number;
  readonly life: number;
  /** Row of the pick before it of the same item. */
  readonly before: number;
};

const pickKinds: KindsOf<PickRow> = {
  ...{ robot: 'word', gripUs: 'number', releaseUs: 'number', ok: 'word' },
  ...{ bin: 'word', gripXM: 'number', life: 'number', before: 'number' },
};

const nothingKept = { options: [], next: [] };

/**
 * The lives of all items of a recording, by number. They are held by columns; a life becomes a record when somebody looks at it. What
 * only the item's panel shows of a decision (options, second thoughts) is there while the event is that tells it.
 */
export class Lives {
  private readonly lives = new Table<LifeRow>(lifeKinds);
  private readonly decisions = new Table<DecisionRow>(decisionKinds);
  private readonly picks = new Table<PickRow>(pickKinds);
  private readonly rows = new Map<number, number>();
  private readonly made = new Map<number, ItemLife>();

  /** `eventAt` gives an event of the recording if it is in memory. */
  constructor(private readonly eventAt: (index: number) => WorldEvent | undefined) {}

  /** How many items have arrived; their rows are 0 to one less, in the order of arrival. */
  get length(): number {
    return this.lives.length;
  }

  rowOf(itemId: number): number | undefined {
    return this.rows.get(itemId);
  }

  /** One value of a life, by its row. */
  at<K extends keyof LifeRow>(row: number, name: K): LifeRow[K] {
    return this.lives.at(row, name);
  }

  /** A pick by its row. */
  pickAt(row: number): PickRow {
    return this.picks.get(row);
  }

  get(itemId: number): ItemLife | undefined {
    const known = this.made.get(itemId);
    const row = this.rows.get(itemId);
    if (known !== undefined || row === undefined) return known;
    if (this.made.size >= LOOKED_AT) this.made.clear();
    const life = this.make(row);
    this.made.set(itemId, life);
    return life;
  }

  /** All lives, in the order of arrival. */
  *values(): Generator<ItemLife> {
    for (let row = 0; row < this.length; row++) yield this.make(row);
  }

  /** What was said of an item at the last look until an instant; null when nobody has looked. */
  saidAt(row: number, timeUs: number): string | null {
    let at = this.lives.at(row, 'decision');
    while (at !== NONE && this.decisions.at(at, 'timeUs') > timeUs) at = this.decisions.at(at, 'before');
    return at === NONE ? null : this.decisions.at(at, 'label');
  }

  /** Events have gone, or are back: lives are made anew. */
  forget(): void {
    this.made.clear();
  }

  arrive({ timeUs, phase, data }: EventOf<'item.arrived'>, originM: number): void {
    const { colour, ...item } = data;
    const nothingYet = {
      binnedUs: Number.POSITIVE_INFINITY,
      bin: '',
      binnedBy: '',
      decision: NONE,
      pick: NONE,
    };
    const rgb = Number.parseInt(colour.slice(1), 16);
    const row = { ...item, rgb, arrivedUs: timeUs, arrivedPhase: phase, originM, ...nothingYet };
    this.rows.set(item.itemId, this.lives.push(row));
    this.made.delete(item.itemId);
  }

  /** `index` = place of the event in the recording. */
  decide(event: EventOf<'item.decided'>, index: number): void {
    const life = this.changed(event.data.itemId);
    if (life === undefined) return;
    const row = { ...decided(event), event: index, before: this.lives.at(life, 'decision') };
    this.lives.set(life, 'decision', this.decisions.push(row));
  }

  /** Gives the row of the pick; null for an item that has not arrived. */
  pick({ timeUs, data }: EventOf<'item.picked'>, gripXM: number): number | null {
    const life = this.changed(data.itemId);
    if (life === undefined) return null;
    const { robot, bin, ok, startUs } = data;
    const before = this.lives.at(life, 'pick');
    const row = this.picks.push({ robot, gripUs: startUs, releaseUs: timeUs, ok, bin, gripXM, life, before });
    this.lives.set(life, 'pick', row);
    return row;
  }

  bin({ timeUs, data }: EventOf<'item.binned'>): void {
    const life = this.changed(data.itemId);
    if (life === undefined) return;
    this.lives.set(life, 'binnedUs', timeUs);
    this.lives.set(life, 'bin', data.bin);
    this.lives.set(life, 'binnedBy', data.by);
  }

  /** Row of a life to which something happens. */
  private changed(itemId: number): number | undefined {
    this.made.delete(itemId);
    return this.rows.get(itemId);
  }

  private make(row: number): ItemLife {
    const { originM, rgb, decision, pick, ...life } = this.lives.get(row);
    return {
      ...life,
      colour: `#${rgb.toString(16).padStart(6, '0')}`,
      decisions: this.chain(this.decisions, decision).map(({ event, before, ...told }) => {
        const from = this.eventAt(event);
        const { options, next } = from?.type === 'item.decided' ? decided(from) : nothingKept;
        return { ...told, options, next };
      }),
      picks: this.chain(this.picks, pick).map(({ robot, gripUs, releaseUs, ok }) => {
        return { robot, gripUs, releaseUs, ok };
      }),
    };
  }

  /** Records that hang together, from the last one back, in the order of time. */
  private chain<R extends { readonly before: number }>(table: { get(row: number): R }, last: number): R[] {
    const records: R[] = [];
    for (let row = last; row !== NONE; ) {
      const record = table.get(row);
      records.push(record);
      row = record.before;
    }
    return records.reverse();
  }
}
