import { grades } from '../record/item-state.ts';
import type { NextUseSummary, RunSummary, UseSummary } from '../record/summary.ts';
import type { Bin } from '../site/flow/bin.ts';
import type { Residue } from '../site/flow/residue.ts';
import type { DecisionBook } from '../site/robot/decision-book.ts';

/** What it is read from. */
interface Sorted {
  readonly bins: readonly Bin[];
  readonly residue: Residue;
  readonly book: DecisionBook;
}

const ratio = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);
const sum = (bins: readonly Bin[], of: (bin: Bin) => number) => bins.reduce((all, bin) => all + of(bin), 0);

/** What best next uses came to; nothing where no output goes by them. */
export function nextUse(books: Sorted): Pick<RunSummary, 'nextUse'> {
  const { bins, book } = books;
  if (bins.every(({ spec }) => spec.grades === undefined)) return {};
  const again = bins.filter(({ spec: { use } }) => use === 'reuse' || use === 'repair');
  const shelf = bins.filter(({ spec }) => spec.use === 'reuse');
  const right = grades.reduce((all, _, g) => all + book.gradeCounts[g * (grades.length + 1)]!, 0);
  const summary: NextUseSummary = {
    grades,
    believed: grades.map((_, g) => [
      ...book.gradeCounts.subarray(g * grades.length, (g + 1) * grades.length),
    ]),
    gradeAccuracy: ratio(right, book.first),
    uses: usesOf(books),
    shelfPurity: purityOf(shelf),
    reusedCo2eKg: sum(again, (bin) => bin.co2eKg),
    ifRecycledCo2eKg: sum(again, ({ spec, acceptedKg }) => spec.carbon.kgCo2ePerKg * acceptedKg),
  };
  return { nextUse: summary };
}

const purityOf = (bins: readonly Bin[]) =>
  ratio(
    sum(bins, ({ acceptedKg }) => acceptedKg),
    sum(bins, ({ totalKg }) => totalKg),
  );

function usesOf({ bins, residue }: Sorted): UseSummary[] {
  const uses = [...new Set(bins.map(({ spec }) => spec.use))].map((use): UseSummary => {
    const mine = bins.filter(({ spec }) => spec.use === use);
    return {
      use,
      pieces: sum(mine, ({ count }) => count),
      byGrade: grades.map((_, g) => sum(mine, ({ countByGrade }) => countByGrade[g]!)),
      massKg: sum(mine, ({ totalKg }) => totalKg),
      purity: purityOf(mine),
      eur: sum(mine, ({ revenueEur, costEur }) => revenueEur - costEur),
      co2eKg: sum(mine, ({ co2eKg }) => co2eKg),
    };
  });
  const rest: UseSummary = {
    ...{ use: 'dispose', pieces: residue.count, byGrade: [...residue.countByGrade] },
    ...{ massKg: residue.massKg, purity: 0, eur: -residue.costEur, co2eKg: residue.co2eKg },
  };
  return [...uses, rest];
}
