import { type Fraction, fractionOf, smallestFraction } from '../../stats/design/fraction.ts';
import { MOST_SOBOL_FACTORS } from '../../stats/design/sobol.ts';
import { didYouMean } from '../reading/nearest.ts';
import { readPath, type SettingProblem, startsWith } from '../reading/path.ts';
import { effectRuleProblems } from './rule-problems.ts';
import type { Factor, PlanFile } from './schema.ts';

/** More points or cells than this nobody waits for, and a list of them fits no screen. */
const MOST_POINTS = 10_000;
const MOST_CELLS = 1_000_000;

const MOST_FRACTIONAL_FACTORS = 12;

/** The settings that a factor writes. */
export function pathsOf({ path, paths }: Factor): readonly string[] {
  return path === undefined ? (paths ?? []) : [path];
}

/** Two levels of a factor: those that are listed, or the ends of its range. */
export function levelsOf({ levels, from, to }: Factor): readonly unknown[] {
  return levels ?? [from, to];
}

/** The fraction that a plan asks for: by its generators, or the smallest of its resolution. */
export function planFraction({ factors, generators, resolution = 3 }: PlanFile): Fraction {
  const names = Object.keys(factors);
  const given = Object.entries(generators);
  if (given.length === 0) return smallestFraction(names.length, resolution);
  const maskOf = (of: readonly string[]) => of.reduce((mask, name) => mask | (1 << names.indexOf(name)), 0);
  return fractionOf(names.length, new Map(given.map(([name, of]) => [names.indexOf(name), maskOf(of)])));
}

/** Points of the plan. */
export function pointCount(plan: PlanFile): number {
  const factors = Object.values(plan.factors);
  if (plan.design === 'full') return factors.reduce((product, f) => product * levelsOf(f).length, 1);
  if (plan.design !== 'fractional') return plan.points ?? 0;
  return 2 ** (factors.length - planFraction(plan).generators.size);
}

function factorProblems({ design }: PlanFile, name: string, factor: Factor): SettingProblem[] {
  const at = ['factors', name];
  const problem = (message: string, cure: string, more: Partial<SettingProblem> = {}): SettingProblem => {
    return { path: at, message, cure, ...more };
  };
  const found: SettingProblem[] = [];
  if ((factor.path === undefined) === (factor.paths === undefined))
    found.push(problem('needs path or paths, one of the two', 'Write path: robots[0].batteryWh'));
  const { levels, from, to } = factor;
  const ranged = from !== undefined && to !== undefined;
  if (
    (levels === undefined) === (from === undefined && to === undefined) ||
    (levels === undefined && !ranged)
  )
    found.push(problem('needs levels, or from and to', 'Write levels: [10, 30], or from: 10 and to: 30'));
  else if (levels !== undefined && levels.length < 2)
    found.push(
      problem('needs at least 2 levels', 'Write levels: [10, 30]', {
        path: [...at, 'levels'],
        got: levels.length,
      }),
    );
  else if (ranged && from >= to)
    found.push(problem('from must be below to', 'Exchange the two', { path: [...at, 'from'], got: from }));
  else if (design === 'full' && levels === undefined)
    found.push(
      problem('a full factorial needs levels', 'Write levels: [10, 30], or design: latin-hypercube'),
    );
  else if (design === 'fractional' && levels !== undefined && levels.length !== 2)
    found.push(
      problem('a fractional design has two levels of each factor', 'Name the two that lie furthest apart', {
        path: [...at, 'levels'],
        got: levels.length,
      }),
    );
  else if (
    (design === 'latin-hypercube' || design === 'sobol') &&
    levels !== undefined &&
    levels.length > 2 &&
    levels.some((level) => typeof level !== 'number')
  )
    found.push(
      problem(
        `${design} fits a line, and these levels have no order`,
        'Write numbers or two levels, or design: full',
        {
          path: [...at, 'levels'],
        },
      ),
    );
  return [...found, ...twiceProblems(at, levels ?? [])];
}

function twiceProblems(at: readonly string[], levels: readonly unknown[]): SettingProblem[] {
  const texts = levels.map((level) => JSON.stringify(level));
  const place = texts.findIndex((text, index) => texts.indexOf(text) < index);
  if (place < 0) return [];
  const path = [...at, 'levels', place];
  return [{ path, message: 'this level is listed twice', got: levels[place], cure: 'Remove one' }];
}

/** Settings that two factors write, or a factor and `set`: one of the two would be lost without a word. */
function overlapProblems({ factors, set }: PlanFile): SettingProblem[] {
  const written = [
    ...Object.keys(set).map((text) => ({ text, by: 'set', at: ['set', text] })),
    ...Object.entries(factors).flatMap(([name, factor]) =>
      pathsOf(factor).map((text, i) => ({
        ...{ text, by: `factor ${name}` },
        at: ['factors', name, ...(factor.path === undefined ? ['paths', i] : ['path'])],
      })),
    ),
  ].flatMap((one) => {
    try {
      return [{ ...one, path: readPath(one.text) }];
    } catch {
      return []; // Said of it with its place when the points are read.
    }
  });
  return written.flatMap((one, index) => {
    const other = written
      .slice(0, index)
      .find(({ path }) => startsWith(one.path, path) || startsWith(path, one.path));
    if (other === undefined) return [];
    return [
      {
        path: one.at,
        message: `${other.by} writes this setting too`,
        got: one.text,
        cure: 'Remove one of the two',
      },
    ];
  });
}

function fractionProblems(plan: PlanFile): SettingProblem[] {
  const { factors, generators, resolution } = plan;
  const names = Object.keys(factors);
  const unknown = Object.entries(generators).flatMap(([name, of]): SettingProblem[] => {
    const at = ['generators', name];
    const wrong = [name, ...of].find((each) => !names.includes(each));
    if (wrong !== undefined)
      return [{ path: at, message: 'no such factor', got: wrong, cure: didYouMean(wrong, names) }];
    const generated = of.find((each) => Object.hasOwn(generators, each));
    if (generated !== undefined || new Set(of).size < of.length)
      return [
        {
          path: at,
          message: 'must be the product of factors that are not generated themselves, each once',
          got: of,
          cure: 'Name factors without generators',
        },
      ];
    return [];
  });
  if (unknown.length > 0) return unknown;
  if (names.length > MOST_FRACTIONAL_FACTORS)
    return [
      {
        path: ['factors'],
        message: `a fractional design takes ${MOST_FRACTIONAL_FACTORS} factors at most`,
        got: names.length,
        cure: 'Leave some out, or write design: latin-hypercube',
      },
    ];
  if (Object.keys(generators).length === 0 && resolution === undefined)
    return [
      {
        path: ['design'],
        message: 'a fractional design needs resolution or generators',
        cure: 'Write resolution: 4',
      },
    ];
  const { resolution: found } = planFraction(plan);
  if (resolution === undefined || found >= resolution) return [];
  return [
    {
      path: ['resolution'],
      message: `these generators give resolution ${found}`,
      got: resolution,
      cure: `Write resolution: ${found}, or other generators`,
    },
  ];
}

function fillProblems({ design, points, factors }: PlanFile): SettingProblem[] {
  const names = Object.keys(factors);
  if (points === undefined)
    return [{ path: ['design'], message: `${design} needs a number of points`, cure: 'Write points: 32' }];
  if (points < names.length + 2)
    return [
      {
        path: ['points'],
        message: `a line through ${names.length} factors needs at least ${names.length + 2} points`,
        got: points,
        cure: `Write ${names.length + 2} or more; ten for each factor is usual`,
      },
    ];
  if (design === 'sobol' && names.length > MOST_SOBOL_FACTORS)
    return [
      {
        path: ['factors'],
        message: `sobol takes ${MOST_SOBOL_FACTORS} factors at most`,
        got: names.length,
        cure: 'Write design: latin-hypercube',
      },
    ];
  return [];
}

function replicationProblems({ replications: { from, to, halfWidth } }: PlanFile): SettingProblem[] {
  if (from > to)
    return [
      {
        path: ['replications', 'to'],
        message: `must be >= from, which is ${from}`,
        got: to,
        cure: `Write ${from} or more`,
      },
    ];
  if (from < to && halfWidth === undefined)
    return [
      {
        path: ['replications'],
        message: 'nothing says when to stop between from and to',
        cure: 'Add halfWidth: the half of the interval, in the unit of the quantity, that is narrow enough',
      },
    ];
  return [];
}

/** Options of other designs would be ignored without a word. */
function strayProblems({ design, generators, resolution, points }: PlanFile): SettingProblem[] {
  const stray = (key: string, given: boolean, of: readonly string[]): SettingProblem[] =>
    given && !of.includes(design)
      ? [
          {
            path: [key],
            message: `means nothing in design ${design}`,
            cure: `Remove it, or write design: ${of[0]}`,
          },
        ]
      : [];
  return [
    ...stray('generators', Object.keys(generators).length > 0, ['fractional']),
    ...stray('resolution', resolution !== undefined, ['fractional']),
    ...stray('points', points !== undefined, ['latin-hypercube', 'sobol']),
  ];
}

/** What the schema cannot see field by field. */
export function planProblems(plan: PlanFile): SettingProblem[] {
  const factors = Object.entries(plan.factors);
  if (factors.length === 0)
    return [
      {
        path: ['factors'],
        message: 'needs at least one factor',
        cure: 'Write battery: { path: robots[0].batteryWh, levels: [10, 30] }',
      },
    ];
  const first = [
    ...factors.flatMap(([name, factor]) => factorProblems(plan, name, factor)),
    ...overlapProblems(plan),
    ...replicationProblems(plan),
    ...strayProblems(plan),
    ...effectRuleProblems(plan),
    ...(plan.design === 'fractional'
      ? fractionProblems(plan)
      : plan.design === 'full'
        ? []
        : fillProblems(plan)),
  ];
  if (first.length > 0) return first;
  const points = pointCount(plan);
  if (points > MOST_POINTS)
    return [
      {
        path: ['factors'],
        message: `these are ${points} points, more than ${MOST_POINTS}`,
        cure: 'Take fewer levels, or write design: fractional or latin-hypercube',
      },
    ];
  const cells = points * plan.replications.to;
  return cells > MOST_CELLS
    ? [
        {
          path: ['replications'],
          message: `these are ${cells} cells, more than ${MOST_CELLS}`,
          cure: 'Take fewer points or fewer days',
        },
      ]
    : [];
}
