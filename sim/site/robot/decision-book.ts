import { materialById } from '../../materials/catalogue.ts';
import type { SortChoice, SortView } from '../../ports.ts';
import type { EventData } from '../../record/event.ts';
import { type Grade, grades } from '../../record/item-state.ts';
import type { RobotSpec } from '../../world.ts';
import type { Day } from '../day.ts';
import type { BeltItem } from '../flow/belt.ts';
import type { Bin } from '../flow/bin.ts';
import { likeliestGrade } from './grade-belief.ts';

/** The best action for one item by its hidden state. */
type BestAction = EventData<'item.decided'>['best'];

/** Best of passing on and every output at its best price, for an item whose material and state are known. */
export function bestAction(item: BeltItem, bins: readonly Bin[], residueEurPerKg: number): BestAction {
  let best: Bin | null = null;
  let valueEur = -residueEurPerKg * item.item.massKg;
  for (const bin of bins) {
    const eur = bin.trueEur(item);
    if (eur > valueEur) {
      best = bin;
      valueEur = eur;
    }
  }
  return { action: best === null ? 'pass' : pick(best), valueEur };
}

/** The action of putting an item into a bin, as decisions name it. */
const pick = (bin: Bin) => `pick:${bin.spec.id}`;

/** Whoever decides, as the book needs to know it. */
interface Decider {
  readonly name: string;
  /** What the present look was taken with. */
  readonly sight: Pick<EventData<'item.decided'>['seen'], 'network' | 'dirt' | 'lampAge'>;
  readonly spec: RobotSpec;
  /** The action that the hidden state says is best. */
  best(item: BeltItem): BestAction;
}

/** Writes down every sorting decision and keeps score of first beliefs on the three label levels. */
export class DecisionBook {
  decided = 0;
  first = 0;
  hitMaterial = 0;
  hitClass = 0;
  hitFamily = 0;
  /** First beliefs by true and believed best next use, [6 x 6], a row a true one. */
  readonly gradeCounts = new Uint32Array(grades.length * grades.length);

  note(
    day: Day,
    robot: Decider,
    item: BeltItem,
    view: SortView,
    choice: SortChoice,
    bins: readonly Bin[],
  ): void {
    this.decided += 1;
    const thought = thoughtOf(view);
    if (!item.seen) this.#score(item, thought);
    const { network, dirt, lampAge } = robot.sight;
    const { label, confidence, next, state, stateConfidence, quality, grade } = thought;
    const { action } = choice;
    const bin = action.kind === 'pick' ? bins[action.output]! : null;
    const chosen = bin === null ? action.kind : pick(bin);
    const chosenEur = bin === null ? -day.world.residue.costEurPerKg * item.item.massKg : bin.trueEur(item);
    day.emit('item.decided', `item:${item.index}`, {
      itemId: item.index,
      by: robot.name,
      // Field by field: spreading records for every decision took a tenth of the time of a day.
      seen: {
        network,
        dirt,
        lampAge,
        label,
        confidence,
        next,
        state,
        stateConfidence,
        quality,
        grade,
        looks: view.looks,
        soc: view.chargeJ / view.capacityJ,
        massKg: view.massKg,
        waiting: view.waiting,
      },
      options: choice.options,
      chosen,
      chosenEur,
      best: robot.best(item),
    });
  }

  #score(item: BeltItem, { label, grade }: Thought): void {
    item.seen = true;
    this.first += 1;
    this.gradeCounts[grades.indexOf(item.grade) * grades.length + grades.indexOf(grade)]! += 1;
    const truth = materialById(item.item.materialId);
    if (label === truth.id) this.hitMaterial += 1;
    const believed = materialById(label);
    if (believed.class === truth.class) this.hitClass += 1;
    if (believed.family === truth.family) this.hitFamily += 1;
  }
}

/** How many materials a decision names besides the one that is thought most likely. */
const nextNamed = 2;

/** What a belief says of an item, as a decision keeps it: the most likely materials, state and quality. */
function thoughtOf({ belief, labels }: Pick<SortView, 'belief' | 'labels'>): Thought {
  const { material, state, quality } = belief;
  const ranked = mostLikely(material, 1 + nextNamed).map((k) => ({
    label: labels[k]!,
    confidence: material[k]!,
  }));
  const [first, ...next] = ranked as [Ranked, ...Ranked[]];
  const worn = argMax(state);
  const grade = likeliestGrade(belief, first.label);
  return {
    label: first.label,
    confidence: first.confidence,
    next,
    state: worn,
    stateConfidence: state[worn]!,
    quality: quality.mean,
    grade,
  };
}

type Ranked = Thought['next'][number];
type Thought = { readonly grade: Grade } & Pick<
  EventData<'item.decided'>['seen'],
  'label' | 'confidence' | 'next' | 'state' | 'stateConfidence' | 'quality'
>;

/** Places of the highest values, highest first, the earlier of equal ones before; fewer where there are not so many above 0. */
function mostLikely(values: Float32Array, count: number): number[] {
  const places = [argMax(values)];
  while (places.length < count) {
    let best = -1;
    for (let i = 0; i < values.length; i++)
      if (values[i]! > (best < 0 ? 0 : values[best]!) && !places.includes(i)) best = i;
    if (best < 0) break;
    places.push(best);
  }
  return places;
}

export function argMax(values: Float32Array): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
