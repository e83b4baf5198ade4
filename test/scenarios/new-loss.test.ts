import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { tf } from '../../models/engine/backend.ts';
import { LOSSES, type Loss } from '../../models/losses/all.ts';
import { mean, type Term, taught } from '../../models/losses/term.ts';
import { loadScenario } from '../../scenarios/schema/load.ts';
import { makeDataset } from '../../scenarios/steps/dataset.ts';
import { readModel } from '../../scenarios/steps/model.ts';
import type { TrainOutcome } from '../../scenarios/steps/steps.ts';
import { trainNetwork } from '../../scenarios/steps/train.ts';
import { ContentStore } from '../../scenarios/store/store.ts';
import { planRun } from '../../scenarios/studies/day/plan.ts';
import { emptyFolder } from './command.ts';

const folder = emptyFolder();
const store = new ContentStore(join(folder.path, 'cache'));

/** A new loss as it would stand in a file of its own: the squared distance of the raw answers. */
const toy: Term = {
  value: (x) => {
    const difference = tf.sub(x.student.material!, taught(x).material);
    return mean(tf.sum(tf.square(difference), 1) as tf.Tensor1D);
  },
};

/** The list as it would be with the one line of the new loss. */
const list: Record<string, Loss> = LOSSES;
beforeAll(() => {
  list.toy = { needs: 'teacher', load: async () => toy };
});
afterAll(() => {
  delete list.toy;
  folder.remove();
});

const scenario = `extends: smoke
title: t
networks:
  mine: { arm: distilled, terms: { soft: 1, toy: { share: 0.2 } } }
  usual: { arm: distilled, terms: { soft: 1 } }
policies: { perceptions: [mine, usual] }
training: { perMaterial: { labelled: 4, unlabelled: 4, validation: 2, test: 4 }, teacherSteps: 2, studentSteps: 2 }
`;

it('a loss of one file and one line teaches a student of a day', { timeout: 120_000 }, async () => {
  writeFileSync(join(folder.path, 'own.yaml'), scenario);
  const plan = planRun(loadScenario('./own.yaml', [], folder.path), { seed: 1, replication: 0 });
  await makeDataset(plan.dataset, store, () => {});
  const outcomes: Record<string, TrainOutcome> = {};
  for (const step of plan.trainings)
    if (step.kind === 'train') outcomes[step.name] = await trainNetwork(step, store, () => {});
  const { terms } = outcomes.mine!.curve.at(-1)!;
  expect(Object.keys(terms).sort()).toEqual(['hard', 'soft', 'toy']);
  expect(terms.toy).toBeGreaterThan(0);
  const [mine, usual] = ['mine', 'usual'].map((name) =>
    readModel(store, plan.trainings.find((step) => step.name === name)!.address),
  );
  const { recipe, weights } = mine!;
  expect(recipe).toMatchObject({ terms: { hard: 1, soft: 1, toy: { share: 0.2 } } });
  expect((recipe.weights as Record<string, number>).toy).toBeGreaterThan(0);
  expect(weights['material/weights']!.values).not.toEqual(usual!.weights['material/weights']!.values);
});
