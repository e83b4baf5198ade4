import { grades } from '../../record/item-state.ts';
import type { Day } from '../day.ts';
import type { Till } from '../till.ts';
import type { Belt, BeltItem } from './belt.ts';

/** Where everything goes that nobody picked: off the belt end, past a stopped feed, out of a dead gripper. */
export class Residue {
  massKg = 0;
  count = 0;
  /** Pieces by their true best next use. */
  readonly countByGrade = new Uint32Array(grades.length);
  costEur = 0;
  co2eKg = 0;
  #storedKg = 0;
  readonly #day: Day;
  readonly #till: Till;

  readonly #belt: Belt;
  readonly #flows = new Map<string, number>();

  constructor(day: Day, till: Till, belt: Belt) {
    this.#belt = belt;
    this.#day = day;
    this.#till = till;
    day.conservation.watch('kg', 'bin:residue', () => this.#storedKg);
  }

  /** Takes an item from where it is (an account in kg) for a reason that the recording names. */
  take(item: BeltItem, from: string, by: string): void {
    const { massKg } = item.item;
    if (from === 'belt') this.#belt.release(item, 'bin');
    else item.place = 'bin';
    this.#day.ledger.post(this.#flowFrom(from), massKg);
    this.massKg += massKg;
    this.#storedKg += massKg;
    this.count += 1;
    this.countByGrade[grades.indexOf(item.grade)]! += 1;
    this.#day.emit('item.binned', `item:${item.index}`, {
      itemId: item.index,
      bin: 'residue',
      by,
      correct: false,
    });
  }

  #flowFrom(from: string): number {
    let flow = this.#flows.get(from);
    if (flow === undefined) {
      flow = this.#day.ledger.flow('kg', from, 'bin:residue', 'residue');
      this.#flows.set(from, flow);
    }
    return flow;
  }

  /** What sending away would cost now, in EUR and kgCO2e. */
  due(): { readonly eur: number; readonly co2eKg: number } {
    const { costEurPerKg, carbon } = this.#day.world.residue;
    return { eur: costEurPerKg * this.#storedKg, co2eKg: carbon.kgCo2ePerKg * this.#storedKg };
  }

  /** Pays for what has gathered and sends it away. */
  dispose(): void {
    if (this.#storedKg === 0) return;
    const { ledger, world } = this.#day;
    const { carbon } = world.residue;
    const { eur, co2eKg } = this.due();
    this.#till.pay(eur, 'residue');
    this.costEur += eur;
    this.co2eKg += co2eKg;
    ledger.post(ledger.flow(`kgCO2e:${carbon.boundary}`, 'residue', 'atmosphere', 'disposal'), co2eKg);
    ledger.post(ledger.flow('kg', 'bin:residue', 'disposal', 'residue'), this.#storedKg);
    this.#storedKg = 0;
  }
}
