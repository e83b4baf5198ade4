import type { Dataset } from '../data/dataset.ts';
import { permutedSensors } from '../data/permute.ts';
import { relabel } from '../data/relabel.ts';
import type { Engine } from '../engine/backend.ts';
import type { Hooks } from '../engine/hooks.ts';
import type { Viewing } from '../evaluation/infer.ts';
import type { Model } from '../nets/model.ts';
import { asksForHint } from './arms.ts';
import { distilStudent, type Lessons } from './distil.ts';
import { hintTargets } from './hint.ts';
import type { Recipe, StudentRecipe } from './recipe.ts';
import { ensembleTargets, poolRows, type TeacherTargets, teacherTargets } from './targets.ts';
import { trainThermal } from './thermal.ts';
import { type Trained, trainStudent, trainTeacher } from './train.ts';

/**
 * Trains what a recipe says on a data set. `teachers` are those that a student's lesson names, an ensemble's in order; a lesson
 * of none needs none. Throws when a term of the loss has nobody to listen to.
 */
export async function carryOut(
  engine: Engine,
  items: Dataset,
  recipe: Recipe,
  teachers: readonly Model[],
  hooks: Hooks = {},
  lessons: LessonSource = {},
): Promise<Trained> {
  const { labelledPerMaterial, labelDraw } = recipe;
  const data = labelledPerMaterial === null ? items : relabel(items, labelledPerMaterial, labelDraw);
  if (recipe.kind === 'teacher') {
    const { kind: _, labelledPerMaterial: _l, labelDraw: _d, ...spec } = recipe;
    return trainTeacher(engine, data, spec, hooks);
  }
  if (recipe.kind === 'thermal') return trainThermal(engine, data, recipe, hooks);
  const {
    kind: _,
    labelledPerMaterial: _l,
    labelDraw: _d,
    lesson: _o,
    terms,
    temperature = 1,
    ...spec
  } = recipe;
  if (terms === undefined) return trainStudent(engine, data, spec, hooks);
  const taught = await lessonsOf(data, recipe, teachers, hooks, lessons);
  return distilStudent(engine, data, taught, { ...spec, terms, temperature }, hooks);
}

/** Where lessons come from. */
export interface LessonSource {
  /** What the teachers look at: the student's items, row by row, as their sensors see them; default: its own pictures. */
  readonly items?: Dataset;
  /** Whoever remembers what a teacher said; default: it is asked. */
  readonly targetsOf?: typeof teacherTargets;
}

/** What a student is taught by besides labels. */
async function lessonsOf(
  data: Dataset,
  recipe: StudentRecipe,
  teachers: readonly Model[],
  hooks: Hooks,
  { items = data, targetsOf = teacherTargets }: LessonSource,
): Promise<Lessons> {
  const hint = asksForHint(recipe.terms) ? { hint: hintTargets(data) } : {};
  if (recipe.lesson === 'none') return hint;
  const taught: TeacherTargets[] = [];
  for (const teacher of teachers)
    taught.push(await targetsOf(teacher, items, viewingOf(recipe, items, teacher), hooks));
  const [first] = taught;
  if (first === undefined) throw new Error(`${recipe.name}: the lesson ${recipe.lesson} has no teacher.`);
  return { ...hint, teacher: taught.length > 1 ? ensembleTargets(taught, data.labels.length) : first };
}

function viewingOf({ lesson, seed }: StudentRecipe, data: Dataset, { senses }: Model): Viewing {
  if (lesson === 'without-thermal') return { visible: senses.filter((sense) => sense !== 'thermal') };
  if (lesson === 'without-spectral') return { visible: senses.filter((sense) => sense !== 'spectral') };
  if (lesson !== 'within' && lesson !== 'across') return {};
  return { rowOf: permutedSensors(data, poolRows(data), lesson, seed) };
}
