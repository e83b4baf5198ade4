import { materials } from './materials/catalogue.ts';
import type { Material } from './materials/material.ts';
import { type Grade, grades } from './record/item-state.ts';
import { named, type OutputSpec, pieceTerms, type SpecProblem, type WorldSpec } from './world.ts';

/** What is wrong with the best next uses that outputs go by; nothing where none does. */
export function gradeProblems({ outputs, feed }: Pick<WorldSpec, 'outputs' | 'feed'>): SpecProblem[] {
  const fed = materials.filter(({ id }) => feed.materials.some(({ materialId }) => materialId === id));
  const own = outputs.flatMap((output, i) => benchProblems(output, ['outputs', i], fed));
  return outputs.some((output) => output.grades !== undefined) ? [...own, ...untaken(outputs, fed)] : own;
}

/** Grades, better than burning, that things of a material can have. */
function gradesOf({ fate }: Material): Grade[] {
  const can: Readonly<Partial<Record<Grade, boolean>>> = {
    reuse: fate.reusable,
    repair: fate.repairable,
    'recycle-high': fate.recycling === 'high',
    'recycle-low': fate.recycling !== 'none',
  };
  return grades.filter((grade) => can[grade]);
}

/** Grades of what is fed that end at the belt end because no output takes them. */
function untaken(outputs: readonly OutputSpec[], fed: readonly Material[]): SpecProblem[] {
  const takes = (material: Material, grade: Grade) =>
    outputs.some((o) => (o.grades?.includes(grade) ?? true) && named(o.accepts, material.id));
  return grades.flatMap((grade): SpecProblem[] => {
    const left = fed.filter((material) => gradesOf(material).includes(grade) && !takes(material, grade));
    if (left.length === 0) return [];
    const message = `no output takes the grade ${grade} of ${listOf(left)}`;
    return [{ path: ['outputs'], message, cure: `Add ${grade} to the grades of an output that accepts it` }];
  });
}

const listOf = (some: readonly Material[]) => some.map(({ id }) => id).join(', ');

function benchProblems(
  output: OutputSpec,
  path: SpecProblem['path'],
  fed: readonly Material[],
): SpecProblem[] {
  const { bench } = output;
  if (bench === undefined) return output.use === 'repair' && output.grades ? [freeRepair(path)] : [];
  const pieces = bench.pieces.flatMap(({ grade, minutes, partsEur }, k): SpecProblem[] => {
    const at = [...path, 'bench', 'pieces', k];
    if (output.grades !== undefined && !output.grades.includes(grade)) {
      const message = `is a price for a grade that the output does not take (${output.grades.join(', ')})`;
      const cure = 'Add it to the grades of the output, or leave the price out';
      return [{ path: [...at, 'grade'], message, got: grade, cure, known: output.grades }];
    }
    return grade === 'repair' && minutes === 0 && partsEur === 0 ? [freeRepair(at)] : [];
  });
  return [...pieces, ...unpriced(output, [...path, 'bench'], fed), ...unused(output, path)];
}

function freeRepair(path: SpecProblem['path']): SpecProblem {
  const cure = 'Say in bench.pieces how many minutes and EUR of parts a repair takes';
  return { path, message: 'is a repair without cost', cure };
}

/** What an output takes without saying what becomes of it. */
function unpriced(output: OutputSpec, path: SpecProblem['path'], fed: readonly Material[]): SpecProblem[] {
  return grades
    .filter((grade) => output.grades?.includes(grade) ?? true)
    .flatMap((grade): SpecProblem[] => {
      const left = fed.filter(
        (one) =>
          gradesOf(one).includes(grade) &&
          named(output.accepts, one.id) &&
          !pieceTerms(output, one.id, grade),
      );
      if (left.length === 0) return [];
      const message = `says nothing of the grade ${grade} of ${listOf(left)}`;
      return [
        { path: [...path, 'pieces'], message, cure: `Add a price for it, or take ${grade} from the grades` },
      ];
    });
}

/** Settings that a bench makes idle. */
function unused({ tiers, maxState }: OutputSpec, path: SpecProblem['path']): SpecProblem[] {
  const problems: SpecProblem[] = [];
  if (tiers.length > 0)
    problems.push({
      path: [...path, 'tiers'],
      message: 'is a price by weight, but the pieces are sold one by one',
      cure: 'Leave tiers out, or the bench',
    });
  if (maxState < 9)
    problems.push({
      path: [...path, 'maxState'],
      message: 'is no limit of an output with a bench',
      got: maxState,
      cure: 'Leave it out: its grades say what it takes',
    });
  return problems;
}
