import { materialById } from '../materials/catalogue.ts';
import type { MaterialFlow } from '../region/stock/tally.ts';
import { type CircularFlows, circularFlows, circularityIndicator, sumFlows } from './circularity.ts';

/** Material Circularity Indicator of a region, 0..1. */
export interface RegionCircularity {
  /** One linear flow index over the sums of all products, never an average of indices. */
  readonly overall: number;
  /** By material of the products; a material that was never put into use is left out. */
  readonly byMaterial: Readonly<Record<string, number>>;
}

/**
 * The indicator from what was put into use and given up over the days of a run: feedstock fractions of all that was put into
 * use (reused = back from workshops), collected fractions of all that was given up, recycling efficiencies as they came out
 * (the feedstock's by class, because makers take feed of their class). Lifetimes are the region's own averages, so utility
 * is 1; longer use by repair shows as reuse. Energy recovery counts as waste, as the method has it for technical materials.
 */
export function regionCircularity(materials: Readonly<Record<string, MaterialFlow>>): RegionCircularity {
  const efficiency = efficiencyByClass(materials);
  const flows = Object.entries(materials)
    .filter(([, { newKg, reusedKg }]) => newKg + reusedKg > 0)
    .map(([id, flow]) => [id, flowsOf(flow, efficiency.get(materialById(id).class) ?? 1)] as const);
  return {
    overall: flows.length === 0 ? 0 : circularityIndicator(sumFlows(flows.map(([, flow]) => flow))),
    byMaterial: Object.fromEntries(flows.map(([id, flow]) => [id, circularityIndicator(flow)])),
  };
}

function flowsOf(flow: MaterialFlow, inEfficiency: number): CircularFlows {
  const massKg = flow.newKg + flow.reusedKg;
  const share = (kg: number, of: number): number => (of > 0 ? Math.min(1, kg / of) : 0);
  return circularFlows({
    massKg,
    recycledIn: share(flow.recycledKg, massKg),
    reusedIn: share(flow.reusedKg, massKg),
    recycledOut: share(flow.reprocessedKg, flow.givenUpKg),
    reusedOut: share(flow.reusedKg, flow.givenUpKg),
    outEfficiency: share(flow.feedKg, flow.reprocessedKg),
    inEfficiency,
  });
}

/** Feed made from what reprocessors worked on, by class of the material. */
function efficiencyByClass(materials: Readonly<Record<string, MaterialFlow>>): Map<string, number> {
  const sums = new Map<string, { workKg: number; feedKg: number }>();
  for (const [id, { reprocessedKg, feedKg }] of Object.entries(materials)) {
    const { class: klass } = materialById(id);
    const sum = sums.get(klass) ?? { workKg: 0, feedKg: 0 };
    sums.set(klass, { workKg: sum.workKg + reprocessedKg, feedKg: sum.feedKg + feedKg });
  }
  return new Map([...sums].map(([klass, { workKg, feedKg }]) => [klass, workKg > 0 ? feedKg / workKg : 1]));
}
