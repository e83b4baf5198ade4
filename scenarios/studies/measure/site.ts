import { at, must } from '../../../sim/record/must.ts';
import { RESIDUE } from '../../../sim/region/spec/transfer-matrix.ts';
import { measuredSite } from '../../../sim/score/transfer.ts';
import { openSeconds } from '../../../sim/site/day.ts';
import type { MeasuredLoad } from '../../schema/region/site-file.ts';
import type { ShiftOutcome } from '../../steps/steps.ts';
import type { LoadPlan } from './plan.ts';

/** What becomes of the residue is the region's affair, and of an output too: it hauls, repairs, and its buyers deduct what is wrong. */
const OF_RESIDUE = 'residue';
/** The only emission of a site that is not of what becomes of its outputs. */
const OF_WORK = 'electricity';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

function estimate(values: readonly number[]): { mean: number; sd: number } {
  const middle = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - middle) * (value - middle), 0);
  return { mean: middle, sd: Math.sqrt(squares / Math.max(1, values.length - 1)) };
}

const sum = (values: Iterable<number>): number => [...values].reduce((total, value) => total + value, 0);

/** What a load's shifts say of the site, for a region. */
export function measuredLoad({ factor, plans }: LoadPlan, shifts: readonly ShiftOutcome[]): MeasuredLoad {
  const { world } = must(plans[0], 'shift of a load');
  const hours = openSeconds(world.site) / 3600;
  const perHour = (of: (shift: ShiftOutcome) => number) => estimate(shifts.map((shift) => of(shift) / hours));
  const isOfOutput = (cause: string) =>
    cause === OF_RESIDUE || world.outputs.some(({ id }) => cause.endsWith(` ${id}`));
  const workEur = ({ costEurByCause }: ShiftOutcome) =>
    sum(Object.entries(costEurByCause).map(([cause, eur]) => (isOfOutput(cause) ? 0 : eur)));
  const boundaries = [...new Set(shifts.flatMap(({ co2eKg }) => Object.keys(co2eKg)))].sort();
  const co2e = (boundary: string) => perHour(({ co2eKg }) => sum(Object.values(co2eKg[boundary] ?? {})));
  const electricity = (boundary: string) => perHour(({ co2eKg }) => co2eKg[boundary]?.[OF_WORK] ?? 0).mean;
  return {
    factor,
    loadKgPerH: mean(shifts.map(({ kg }) => sum(kg))) / hours,
    shifts: shifts.length,
    ...tablesOf(shifts),
    feedKgPerH: feedOf(shifts, hours),
    accuracy: estimate(shifts.map(({ accuracy }) => accuracy)),
    believed: believedOf(shifts),
    perHour: {
      revenueEur: perHour(({ revenueEur }) => revenueEur),
      costEur: perHour(({ costEurByCause }) => sum(Object.values(costEurByCause))),
      workEur: perHour(workEur),
      robotJ: perHour(({ robotJ }) => robotJ),
      mainsJ: perHour(({ mainsJ }) => mainsJ),
      downtimeS: perHour(({ downtimeS }) => downtimeS),
    },
    co2eKgPerHour: Object.fromEntries(boundaries.map((boundary) => [boundary, co2e(boundary)])),
    workCo2eKgPerHour: Object.fromEntries(
      boundaries.filter((b) => electricity(b) !== 0).map((boundary) => [boundary, electricity(boundary)]),
    ),
    runs: shifts.map(({ fingerprint }, index) => ({ ...must(plans[index], 'shift').key, fingerprint })),
  };
}

/** Kilograms of each input an hour. */
function feedOf(shifts: readonly ShiftOutcome[], hours: number): MeasuredLoad['feedKgPerH'] {
  const { inputs, outputs } = must(shifts[0], 'shift');
  const kgOf = (column: number) =>
    sum(shifts.flatMap(({ kg }) => outputs.map((_, row) => at(kg, row * inputs.length + column))));
  return Object.fromEntries(inputs.map((input, i) => [input, kgOf(i) / (hours * shifts.length)]));
}

/** Shares and their spread; an input that never came goes where its material goes. */
function tablesOf(shifts: readonly ShiftOutcome[]): Pick<MeasuredLoad, 'cells' | 'spread' | 'unseen'> {
  const { inputs, outputs, share, spread } = measuredSite(shifts);
  const kgOf = (row: number, column: number) =>
    sum(shifts.map(({ kg }) => at(kg, row * inputs.length + column)));
  const came = inputs.map((_, column) => sum(outputs.map((_, row) => kgOf(row, column))));
  const ofMaterial = (row: number, input: string): number => {
    const kin = inputs.flatMap((other, column) => (materialOf(other) === materialOf(input) ? [column] : []));
    const all = sum(kin.map((column) => at(came, column)));
    return all === 0 ? 0 : sum(kin.map((column) => kgOf(row, column))) / all;
  };
  const table = (cellOf: (row: number, column: number) => number) =>
    Object.fromEntries(
      outputs.flatMap((output, row) =>
        output === RESIDUE
          ? []
          : [[output, Object.fromEntries(inputs.map((input, column) => [input, cellOf(row, column)]))]],
      ),
    );
  const place = (row: number, column: number) => row * inputs.length + column;
  return {
    cells: table((row, column) =>
      came[column] === 0 ? ofMaterial(row, must(inputs[column], 'input')) : at(share, place(row, column)),
    ),
    spread: table((row, column) => (came[column] === 0 ? 0 : (spread?.[place(row, column)] ?? 0))),
    unseen: inputs.filter((_, column) => came[column] === 0),
  };
}

const materialOf = (input: string) => input.slice(0, input.indexOf('/'));

/** Purity of each output over all shifts, true and believed; 1 where nothing came in. */
function believedOf(shifts: readonly ShiftOutcome[]): MeasuredLoad['believed'] {
  const { bins } = must(shifts[0], 'shift');
  return Object.fromEntries(
    bins.map(({ id }, bin) => {
      const kg = (of: 'totalKg' | 'acceptedKg' | 'believedKg') =>
        sum(shifts.map(({ bins: each }) => must(each[bin], 'output')[of]));
      const total = kg('totalKg');
      const part = (of: number) => (total === 0 ? 1 : Math.min(1, of / total));
      return [id, { purity: part(kg('acceptedKg')), believed: part(kg('believedKg')) }];
    }),
  );
}
