import type { Milestone } from '../../../sim/region/milestones.ts';
import type { ChainSpec } from '../../../sim/region/spec/chain.ts';
import { type Cell, type Table, tableOf } from '../../record/table.ts';
import type { ArmOutcome } from './arms.ts';
import type { RegionDocument } from './document.ts';

type Row = Readonly<Record<string, Cell>>;

/** The tables of a region's run folder; units are in the names of their columns. */
export function regionTables(
  document: RegionDocument,
  outcomes: readonly ArmOutcome[],
  chain: ChainSpec,
): Table[] {
  return [
    tableOf('score', document.routing.map(scoreRow)),
    tableOf(
      'flows',
      outcomes.flatMap((outcome) => flowRows(outcome, chain)),
    ),
    tableOf(
      'stocks',
      outcomes.flatMap((outcome) =>
        outcome.milestones.map(({ day, stockKg }): Row => ({ ...playOf(outcome), day, ...named(stockKg) })),
      ),
    ),
    tableOf(
      'circularity',
      document.routing.flatMap(({ name, circularityByMaterial }) =>
        Object.entries(circularityByMaterial).map(
          ([material, indicator]): Row => ({ routing: name, material, indicator }),
        ),
      ),
    ),
  ];
}

function scoreRow(estimate: RegionDocument['routing'][number]): Row {
  const { name, routingEur, boundEur, regretEur, regionEur, recycledContent, circularity, co2eKg, gainEur } =
    estimate;
  return {
    routing: name,
    routingEur: routingEur.mean,
    routingEurHalfWidth: Number.isFinite(routingEur.halfWidth) ? routingEur.halfWidth : null,
    gainEur: gainEur?.mean ?? null,
    boundEur: boundEur.mean,
    regretEur: regretEur.mean,
    regionEur: regionEur.mean,
    recycledContent: recycledContent.mean,
    circularity: circularity.mean,
    ...Object.fromEntries(
      Object.entries(co2eKg).map(([boundary, { mean }]) => [`co2eKg (${boundary})`, mean]),
    ),
  };
}

/** Which play a row is of; the training where networks of several were played. */
const playOf = ({ routing, replication, training }: ArmOutcome): Row => ({
  ...{ routing, replication },
  ...(training === null ? {} : { training }),
});

/** Kilograms, euros and emissions of each period: differences of the running totals. */
function flowRows(outcome: ArmOutcome, chain: ChainSpec): Row[] {
  const { milestones } = outcome;
  return milestones.map((now, index): Row => {
    const before = milestones[index - 1];
    const grew = (total: (milestone: Milestone) => number) => total(now) - (before ? total(before) : 0);
    const intoKind = (kind: string) =>
      chain.places.reduce(
        (sum, place) => (place.kind === kind ? sum + grew(({ outletsKg }) => outletsKg[place.id] ?? 0) : sum),
        0,
      );
    return {
      ...playOf(outcome),
      fromDay: before?.day ?? 0,
      toDay: now.day,
      virginKg: grew((m) => m.virginKg),
      recycledKg: grew((m) => m.feedUsedKg),
      reusedKg: grew((m) => m.reusedKg),
      givenUpKg: grew((m) => m.givenUpKg),
      marketKg: intoKind('market'),
      recoveryKg: intoKind('recovery'),
      landfillKg: intoKind('landfill'),
      routingEur: grew((m) => m.routingEur),
      regionEur: grew((m) => m.regionEur),
      lots: grew((m) => m.lots),
    };
  });
}

const named = (stockKg: Milestone['stockKg']): Row =>
  Object.fromEntries(Object.entries(stockKg).map(([kind, kg]) => [`${kind}Kg`, kg]));
