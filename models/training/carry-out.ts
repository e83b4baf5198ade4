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
): Promise<Trained> {
  const { labelledPerMaterial, labelDraw } = recipe;
  const data = labelledPerMaterial === null ? items : relabel(items, labelledPerMaterial, labelDraw);
  if (recipe.kind === 'teacher') {
    const { kind: _, labelledPerMaterial: _l, labelDraw: _d, ...spec } = recipe;
    return trainTeacher(engine, data, spec, hooks);
  }
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
  const lessons = await lessonsOf(data, recipe, teachers, hooks);
  return distilStudent(engine, data, lessons, { ...spec, terms, temperature }, hooks);
}

/** What a student is taught by besides labels. */
async function lessonsOf(
  data: Dataset,
  recipe: StudentRecipe,
  teachers: readonly Model[],
  hooks: Hooks,
): Promise<Lessons> {
  const hint = asksForHint(recipe.terms) ? { hint: hintTargets(data) } : {};
  if (recipe.lesson === 'none') return hint;
  const taught: TeacherTargets[] = [];
  for (const teacher of teachers)
    taught.push(await teacherTargets(teacher, data, viewingOf(recipe, data), hooks));
  const [first] = taught;
  if (first === undefined) throw new Error(`${recipe.name}: the lesson ${recipe.lesson} has no teacher.`);
  return { ...hint, teacher: taught.length > 1 ? ensembleTargets(taught, data.labels.length) : first };
}

function viewingOf({ lesson, seed }: StudentRecipe, data: Dataset): Viewing {
  if (lesson !== 'within' && lesson !== 'across') return {};
  return { rowOf: permutedSensors(data, poolRows(data), lesson, seed) };
}
