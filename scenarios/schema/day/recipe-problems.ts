import { findLoss, TERM_NAMES } from '../../../models/losses/all.ts';
import { armOf, teacherOf } from '../../../models/training/arms.ts';
import type { Sense } from '../../../sim/record/frames.ts';
import { SENSES } from '../../../sim/senses/registry.ts';
import type { SpecProblem } from '../../../sim/world.ts';
import { didYouMean } from '../reading/nearest.ts';
import { armFor, type Declared } from './networks.ts';

type Path = SpecProblem['path'];

/** A network is trained by an arm, or it is a file, or it has an address in the cache. */
export function sourceProblems({ arm, file, model }: Declared, path: Path): SpecProblem[] {
  const sources = Object.entries({ arm, file, model }).filter(([, value]) => value !== null);
  if (sources.length === 1) return [];
  if (sources.length > 1) {
    const message = `has more than one source (${sources.map(([key]) => key).join(', ')})`;
    return [{ path, message, cure: 'Keep one of them' }];
  }
  return [
    { path, message: 'needs an arm, a file or a model', cure: 'Write arm: distilled, or file: model.bin' },
  ];
}

/** Settings of a training where nothing is trained. */
export function givenProblems(declared: Declared, path: Path): SpecProblem[] {
  const { steps, learningRate, batch, temperature, terms } = declared;
  const given = Object.entries({ steps, learningRate, batch, temperature }).filter(
    ([, value]) => value !== null,
  );
  const keys = [...given.map(([key]) => key), ...(Object.keys(terms).length > 0 ? ['terms'] : [])];
  return keys.map((key) => ({
    path: [...path, key],
    message: 'would change nothing: this network was trained before',
    cure: 'Leave it out, or give the network an arm',
  }));
}

/** What an arm cannot be trained with. */
export function recipeProblems(declared: Declared, path: Path): SpecProblem[] {
  const { arm: name, senses, terms, temperature } = declared;
  if (name === null) return [];
  if (armFor(name).kind === 'student')
    return [
      ...(senses === null ? [] : studentProblems(senses, [...path, 'senses'])),
      ...termProblems(declared, [...path, 'terms']),
    ];
  const unused = Object.keys(terms).length > 0 ? ['terms'] : [];
  return [...(temperature === null ? [] : ['temperature']), ...unused].map((key) => ({
    path: [...path, key],
    message: 'is for students: a teacher learns from labels alone',
    cure: 'Leave it out, or choose the arm of a student',
  }));
}

/** A student has room for a camera, and for vectors beside it. */
function studentProblems(senses: readonly Sense[], path: Path): SpecProblem[] {
  const message = 'a student sees with a camera: visual is missing';
  const missing = senses.includes('visual')
    ? []
    : [{ path, message, cure: 'Add visual, or make its arm teacher' }];
  const wide = senses.flatMap((sense, k): SpecProblem[] => {
    const { kind } = SENSES.need(sense).input;
    if (sense === 'visual' || kind === 'vector') return [];
    const tooWide = `is a ${kind}, and a student takes vectors beside its camera`;
    const cure = 'Leave it to a network whose arm is teacher';
    return [{ path: [...path, k], message: tooWide, got: sense, cure }];
  });
  return [...missing, ...wide];
}

/** Terms that there are not, or that have nobody to listen to. */
function termProblems({ arm: name, terms }: Declared, path: Path): SpecProblem[] {
  const arm = armFor(name ?? 'labels-only');
  const taughtBy = teacherOf(arm);
  const teacher = taughtBy && armOf(taughtBy);
  const seen: readonly Sense[] = teacher?.kind === 'teacher' ? teacher.senses : [];
  const problems = Object.entries(terms).flatMap(([term, weight]): SpecProblem[] => {
    const loss = findLoss(term);
    const at = [...path, term];
    if (loss === undefined)
      return [{ path: at, message: 'unknown term of a loss', got: term, cure: didYouMean(term, TERM_NAMES) }];
    if (weight === 0) return [];
    if (loss.needs === 'teacher' && !taughtBy) {
      const message = `needs a teacher to listen to, and the arm ${name} has none`;
      return [{ path: at, message, cure: 'Leave it out, or take an arm with a teacher, such as distilled' }];
    }
    if (loss.sense === undefined || seen.includes(loss.sense)) return [];
    const message = `needs a teacher that sees with ${loss.sense}, and that of the arm ${name} does not`;
    return [
      { path: at, message, cure: 'Leave it out, or take an arm whose teacher does, such as distilled' },
    ];
  });
  const own = arm.kind === 'student' ? arm.terms : {};
  const left = Object.entries({ ...own, ...terms }).filter(([, weight]) => weight !== 0);
  if (left.length > 0) return problems;
  return [...problems, { path, message: 'leaves no term to learn from', cure: 'Give one a weight above 0' }];
}
