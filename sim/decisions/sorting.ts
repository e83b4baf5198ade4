import type { SortAction, SortChoice, SortPolicy, SortView } from '../ports.ts';
import type { Option } from '../record/decision.ts';
import { acceptance } from '../site/robot/sort-view.ts';
import { bestOutput, joinEur, keepsPurity, movedEur, passEur, pickEur } from './expected-value.ts';

const passOn: SortAction = { kind: 'pass' };

/** What a policy had to choose from with what each is worth on average, in the order of the view: pass, then one pick an output. */
export function sortOptions(view: SortView): Option[] {
  const options: Option[] = [{ action: 'pass', expectedEur: passEur(view) }];
  for (const output of view.outputs) {
    const p = acceptance(view, output);
    options.push({ action: `pick:${output.id}`, expectedEur: pickEur(view, output, p) });
  }
  return options;
}

/** Picks into the output that most probably accepts the item, if that probability reaches `minProbability`. Prices play no part. */
export function thresholdPolicy(minProbability = 0.7): SortPolicy {
  return {
    name: `threshold-${minProbability}`,
    decide(view): SortChoice {
      const options = sortOptions(view);
      let best = -1;
      let bestP = 0;
      view.outputs.forEach((output, o) => {
        const p = acceptance(view, output);
        if (p > bestP && keepsPurity(output, p, view.massKg)) [best, bestP] = [o, p];
      });
      return {
        action: best >= 0 && bestP >= minProbability ? { kind: 'pick', output: best } : passOn,
        options,
      };
    },
  };
}

/** Picks what is worth most on average over the belief, if that is worth more than passing it on. */
export function expectedValuePolicy(): SortPolicy {
  return {
    name: 'expected-value',
    decide: (view) => ({ action: bestAction(view, 0), options: sortOptions(view) }),
  };
}

/** Expected value, but only where the item would keep the output at the purity that the best price asks for. */
export function purityAwarePolicy(margin = 0): SortPolicy {
  return {
    name: 'purity-aware',
    decide(view) {
      let best = -1;
      let bestEur = passEur(view);
      view.outputs.forEach((output, o) => {
        const p = acceptance(view, output);
        if (p < output.topMinPurity - margin || !keepsPurity(output, p, view.massKg)) return;
        const eur = pickEur(view, { ...output, priceEurPerKg: output.topPriceEurPerKg }, p);
        if (eur > bestEur) [best, bestEur] = [o, eur];
      });
      return { action: best >= 0 ? { kind: 'pick', output: best } : passOn, options: sortOptions(view) };
    },
  };
}

/**
 * Rations joules: with charge and forecast for n picks and an expected m chances left, only the best n/m of the gains seen
 * so far are worth a pick. The quantile of past gains is tracked by stochastic approximation (step as a share of its value).
 */
export function energyAwarePolicy(): SortPolicy {
  const gates = new Gates();
  return {
    name: 'energy-aware',
    decide: (view) => {
      const gain = bestOutput(view).eur - passEur(view);
      return { action: bestAction(view, gates.minGainEur(view, gain)), options: sortOptions(view) };
    },
  };
}

/**
 * Rations joules as energy-aware does, and weighs each item by what it does to the lot that it joins: an item that would
 * bring a bale below its price step is left, however likely it is to be right.
 */
export function lotAwarePolicy(): SortPolicy {
  const gates = new Gates();
  return {
    name: 'lot-aware',
    decide(view) {
      const pass = passEur(view);
      let best = -1;
      let gain = 0;
      const options: Option[] = [{ action: 'pass', expectedEur: pass }];
      for (const [o, output] of view.outputs.entries()) {
        const p = acceptance(view, output);
        const eur = joinEur(view, output, p);
        const { success } = view.pick;
        options.push({ action: `pick:${output.id}`, expectedEur: movedEur(view, eur) });
        if (success * (eur - pass) > gain && keepsPurity(output, p, view.massKg)) {
          best = o;
          gain = success * (eur - pass);
        }
      }
      const picks = best >= 0 && gain >= gates.minGainEur(view, gain);
      return { action: picks ? { kind: 'pick', output: best } : passOn, options };
    },
  };
}

/** One gate a robot. */
class Gates {
  readonly #byRobot = new Map<string, GainGate>();

  /** Gain that a pick must bring now, given what this one would. */
  minGainEur(view: SortView, gainEur: number): number {
    let gate = this.#byRobot.get(view.robotId);
    if (gate === undefined) {
      gate = new GainGate();
      this.#byRobot.set(view.robotId, gate);
    }
    const affordable = Math.max(0, (view.chargeJ - view.stopJ + view.forecastJ) / view.pick.energyJ);
    return gate.update(view.timeUs, view.dayLeftUs, gainEur, affordable);
  }
}

class GainGate {
  #chances = 0;
  #firstUs = -1;
  #gateEur = 0;

  /** Takes note of one chance and returns the gain that a pick must bring now. */
  update(timeUs: number, dayLeftUs: number, gainEur: number, affordable: number): number {
    if (this.#firstUs < 0) this.#firstUs = timeUs;
    if (gainEur <= 0) return this.#gateEur;
    this.#chances += 1;
    const elapsedUs = Math.max(1, timeUs - this.#firstUs);
    const chancesLeft = (this.#chances * dayLeftUs) / elapsedUs;
    const share = Math.min(1, affordable / Math.max(1, chancesLeft));
    // Robbins-Monro on the (1 - share) quantile of the gains; scaled by the gain so that it needs no unit.
    const step = 0.05 * Math.max(gainEur, this.#gateEur);
    this.#gateEur = Math.max(0, this.#gateEur + step * (gainEur > this.#gateEur ? 1 - share : -share));
    return share >= 1 ? 0 : this.#gateEur;
  }
}

function bestAction(view: SortView, minGainEur: number): SortAction {
  const best = bestOutput(view);
  const gain = best.eur - passEur(view);
  return best.index >= 0 && gain > 0 && gain >= minGainEur ? { kind: 'pick', output: best.index } : passOn;
}
