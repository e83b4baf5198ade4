import { expect, it } from 'vitest';
import { deviceById } from '../../../../models/device/device.ts';
import type { ArmName } from '../../../../models/training/arms.ts';
import { root } from '../../../../scenarios/bin/bundle.mjs';
import { loadScenario } from '../../../../scenarios/schema/load.ts';
import { nestedInterval } from '../../../../scenarios/stats/nested.ts';
import { claimsOf, type Evidence } from '../../../../scenarios/studies/claims/claims.ts';
import { boardsOf, joulesOf } from '../../../../scenarios/studies/claims/joules.ts';
import { claimsPage, settledClaims } from '../../../../scenarios/studies/claims/page.ts';
import type { ProtocolDocument } from '../../../../scenarios/studies/protocol/document.ts';

const joules = joulesOf(['cardboard', 'pet-bottle-clear'], 32, { teacher: 'GAP9', student: 'U575' });
const points = (...values: number[]) => nestedInterval(values.map((value) => [[value]]));
const comparison = (a: ArmName, b: ArmName, ...values: number[]) => ({
  ...{ a, b, labelledPerMaterial: 20, pairs: values.length, p: 0.5, adjustedP: null },
  points: points(...values),
});
const row = (arm: ArmName, mean: number, separable: number, recovered: number | null = null) => ({
  ...{ arm, labelledPerMaterial: 20, condition: 'clean' as const, trainings: 2 },
  ...{ material: points(mean, mean), metrics: { separable } },
  recovered:
    recovered === null
      ? null
      : { mean: recovered, sd: 0, n: 2, halfWidth: 0, lo: recovered, hi: recovered, confidence: 0.95 },
});

/** The parts of a document that claims look at. */
function evidence(
  parts: Partial<ProtocolDocument>,
  second: Evidence['second'] = { named: [], arms: [] },
): Evidence {
  const empty = { arms: [], named: [], exploratory: [], thermal: [], tasks: [] };
  // The rest of the document is of no claim's concern.
  return {
    document: { ...empty, ...parts } as unknown as ProtocolDocument,
    second,
    earlier: [],
    joules,
    ...{ primary: 20, most: 20 },
  };
}

const verdicts = (parts: Partial<ProtocolDocument>) =>
  claimsOf(evidence(parts)).map(({ verdict }) => verdict);

it('is open where results are missing, but for what follows from boards and sensors alone', () => {
  expect(verdicts({})).toEqual(['open', 'no', 'open', 'open', 'open', 'open', 'open', 'open', 'open']);
});

it('takes each verdict from the figures, by the rule that it prints', () => {
  const thermal = { trainings: 2, outline: 0, look: 0.36, lookAndBrightness: 0.4, material: 0.6, rmseK: 1 };
  const all = claimsOf(
    evidence({
      arms: [row('teacher', 0.95, 0.99), row('multi-sensor-teacher', 0.6, 0.7, 0.75)],
      named: [comparison('hybrid', 'multi-sensor-teacher', -0.5, 0.4, 0.2)],
      exploratory: [
        comparison('feature', 'labels-only', 2, 2.2, 2.1),
        comparison('attention', 'labels-only', -2, -2.2, -2.1),
        comparison('relational', 'labels-only', -2, 2, 0.1),
      ],
      thermal: [{ ...thermal, pairsPerMaterial: 220, r2: 0.45 }],
      tasks: [
        { task: 'material', comparison: comparison('single-task-material', 'multi-sensor-teacher', 1, 1.1) },
        { task: 'stateMae', comparison: comparison('single-task-state', 'multi-sensor-teacher', 0.1, -0.1) },
        {
          task: 'qualityMae',
          comparison: comparison('single-task-quality', 'multi-sensor-teacher', 0, 0.01),
        },
      ],
    }),
  );
  expect(all.map(({ verdict }) => verdict)).toEqual([
    ...['partly', 'no', 'partly', 'yes', 'no', 'not settled', 'not settled', 'partly', 'partly'],
  ]);
  for (const { rule, command, measured } of all) {
    expect(rule).not.toBe('');
    expect(command).toContain('looptwin');
    expect(measured).not.toBe('');
  }
});

it('says what the student recovered when it was asked again', () => {
  const pair = ['multi-sensor-teacher', 'labels-only'] as const;
  const run = (recovered: number) => ({
    arms: [row('teacher', 0.95, 0.99), row('multi-sensor-teacher', 0.6, 0.7, recovered)],
    named: [comparison(...pair, 1, 1.1)],
  });
  expect(claimsOf(evidence(run(0.75)))[7]!.measured).not.toContain('asked again');
  expect(claimsOf(evidence(run(0.75), run(0.65)))[7]!.measured).toMatch(
    /^it recovers 75 %.* \(asked again in other worlds: 65 %.*\); it names 60\.0 %/,
  );
});

it('leaves the accuracy of the teacher open until those with the most labels are tested', () => {
  const parts = { arms: [row('teacher', 0.7, 0.8)] };
  expect(claimsOf(evidence(parts))[0]!.verdict).toBe('no');
  const waiting = claimsOf({ ...evidence(parts), most: 220 })[0]!;
  expect(waiting.verdict).toBe('open');
  expect(waiting.measured).toContain('70.0 % of all items with 20 labels');
});

it('settles the hybrid where both runs say the same, and not where they disagree', () => {
  const pair = ['hybrid', 'multi-sensor-teacher'] as const;
  const first = { named: [comparison(...pair, 1, 1.1, 0.9)] };
  const of = (...again: number[]) =>
    claimsOf(
      evidence(first, { named: again.length > 0 ? [comparison(...pair, ...again)] : [], arms: [] }),
    )[6]!;
  expect(of(2, 2.1, 1.9).verdict).toBe('yes');
  expect(of(-2, 2, 0.1).verdict).toBe('not settled');
  expect(of().verdict).toBe('yes');
  expect(of().measured).toContain('not asked again yet');
  expect(of(2, 2.1, 1.9).measured).toContain('asked again in other worlds +2.0');
});

it('tells of the boards that robots of the quickstart run their networks on', () => {
  const quickstart = loadScenario('quickstart', [], root);
  const { teacherDevice, studentDevice } = quickstart.training;
  const boards = boardsOf(quickstart);
  expect(boards).toEqual({ teacher: teacherDevice, student: studentDevice });
  const { measured } = settledClaims(root)[1]!;
  for (const id of Object.values(boards)) expect(measured).toContain(deviceById(id).device.name);
  const robots = [{ ...quickstart.robots[0]!, device: 'U385' }];
  expect(boardsOf({ ...quickstart, robots })).toEqual({ teacher: 'U385', student: 'U385' });
});

it('a thermal guess that knows no more than the look is none', () => {
  const known = { trainings: 2, outline: 0, look: 0.36, lookAndBrightness: 0.4, material: 0.6, rmseK: 1 };
  expect(verdicts({ thermal: [{ ...known, pairsPerMaterial: 20, r2: 0.15 }] })[2]).toBe('no');
  expect(verdicts({ thermal: [{ ...known, pairsPerMaterial: 20, r2: 0.7 }] })[2]).toBe('yes');
});

it('prints a page of the kept results', () => {
  const claims = settledClaims(root);
  expect(claims).toHaveLength(9);
  const page = claimsPage(claims);
  for (const { claim, verdict } of claims) expect(page).toContain(`## ${claim}\n\n**${verdict}**`);
});
