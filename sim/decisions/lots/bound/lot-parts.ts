import { found } from '../found-looks.ts';
import type { Likeness } from '../later-things.ts';
import { blocksPerStretch } from '../seen-day.ts';
import {
  type ByBlock,
  beyond,
  byStretch,
  emptyBlocks,
  type LotHurdles,
  type LotPart,
  sharesOf,
  takeInto,
} from './by-block.ts';
import { rentsOf } from './day-rents.ts';
import type { ItemRents } from './item-rents.ts';
import { type LotStep, lotSteps } from './lot-loss.ts';
import { type LotSums, sumsOf } from './lot-sums.ts';
import { type LotTable, lotTable, type PayingLot } from './lot-table.ts';
import { partLine } from './part-line.ts';
import type { SightedDay } from './sighted-day.ts';
import { ToldPart } from './told-part.ts';

/**
 * A day in parts: what each lot may add by itself, whatever it pays, and a rest. Each thing has a rent, what it is worth to others where all lots
 * pay in some way; a lot is granted what it gets beyond that. So however each lot pays, the day is worth at most the rest and all parts; where they
 * pay as rents were made, just as much (`LotDual.value`). A further look is shared between lots: each must find its share of what looking costs and
 * of what is given up by it. So must each bring a share of what it costs to be there in a block.
 */
export class LotParts {
  /** EUR besides what lots add. */
  readonly restEur: number;
  readonly #sighted: SightedDay;
  readonly #steps: readonly LotStep[];
  readonly #rents: readonly ItemRents[];
  readonly #lotHurdles: readonly LotHurdles[];

  /** Rents are made where each lot pays `slopes`: EUR for each of its sums beyond its best price. */
  constructor(sighted: SightedDay, slopes: readonly LotSums[]) {
    const { day, eurPerJ } = sighted;
    this.#sighted = sighted;
    this.#steps = day.outputs.map((output) => lotSteps(output)[0]);
    const lots = slopes.map((some, o) => this.#payingLot(o, some));
    this.#rents = rentsOf(sighted, lots);
    const brought = lots.map((lot) => this.#byBlock(lot).eur);
    const { awake, looks } = this.#hurdles();
    const blockEur = sharesOf(awake, brought);
    const spare = byStretch(new Float64Array(awake.length), awake);
    const stretch = looks.map((eur, n) => eur - spare[n]!);
    const gained = brought.map((eur, o) => byStretch(eur, blockEur[o]!));
    const stretchEur = sharesOf(stretch, gained);
    this.#lotHurdles = lots.map((_, o) => ({ blockEur: blockEur[o]!, stretchEur: stretchEur[o]! }));
    this.restEur = eurPerJ * day.joules - stretch.reduce((sum, eur) => sum + Math.min(0, eur), 0);
  }

  /** What a lot adds at most where it pays so much for its sums beyond its best price. */
  part(o: number, slopes: LotSums): LotPart {
    return beyond(this.#byBlock(this.#payingLot(o, slopes)), this.#lotHurdles[o]!);
  }

  /** The same where it is known what further looks say, and paid for by some slopes (`ToldPart`); `like` is what things look like. */
  toldPart(o: number, paid: LotSums, like: Likeness): (slopes: LotSums) => LotPart {
    const tables = this.#tables(this.#payingLot(o, paid), true);
    const part = new ToldPart(this.#sighted, this.#rents, o, tables, like);
    return (slopes) => beyond(part.byBlock(this.#payingLot(o, slopes)), this.#lotHurdles[o]!);
  }

  #payingLot(output: number, slopes: LotSums): PayingLot {
    const { contaminantEurPerKg } = this.#sighted.day.outputs[output]!;
    const step = this.#steps[output]!;
    return { output, line: partLine(step, contaminantEurPerKg, slopes), minPurity: step.minPurity };
  }

  /** EUR that being there must bring: by block standing by less rents, and by stretch first looks. */
  #hurdles(): { readonly awake: Float64Array; readonly looks: Float64Array } {
    const { day, eurPerJ, sights } = this.#sighted;
    const awake = day.awakeJ.map((joules) => eurPerJ * joules);
    const looks = new Float64Array(Math.ceil(awake.length / blocksPerStretch));
    day.block.forEach((b, i) => {
      awake[b]! -= this.#rents[0]!.eur[i]!;
      looks[Math.floor(b / blocksPerStretch)]! += eurPerJ * sights[0]!.energyJ;
    });
    return { awake, looks };
  }

  #byBlock(lot: PayingLot): ByBlock {
    const { day, accepted, sights, places, eurPerJ } = this.#sighted;
    const { output: o, line, minPurity } = lot;
    const rents = this.#rents[0]!;
    const table = this.#tables(lot)[0] ?? null;
    const blocks = emptyBlocks(day.awakeJ.length);
    for (let i = 0; i < day.massKg.length; i++) {
      if (day.holds[i] === 0) continue;
      const [p, massKg] = [accepted[0]![o]![i]!, day.massKg[i]!];
      const pick = this.#sighted.brought(line, p, massKg) - eurPerJ * day.pickJ[i]! - rents.eur[i]!;
      const look = table === null ? 0 : found(table.eur, sights[0]!, places, i) - rents.hurdles[o]![i]!;
      if (pick <= 0 && look <= 0) continue;
      const [kg, over, kg2, kg3] =
        pick >= look || table === null
          ? sumsOf(massKg, p, minPurity)
          : table.sums.map((sum) => found(sum, sights[0]!, places, i));
      takeInto(blocks, day.block[i]!, Math.max(pick, look), [kg!, over!, kg2!, kg3!]);
    }
    return blocks;
  }

  /** What a lot gains after each further look, and from each thing if that is asked for. */
  #tables(lot: PayingLot, each = false): LotTable[] {
    const tables: LotTable[] = [];
    for (let rung = this.#rents.length - 1; rung > 0; rung--)
      tables.unshift(lotTable(this.#sighted, this.#rents[rung]!, rung, lot, tables[0] ?? null, each));
    return tables;
  }
}
