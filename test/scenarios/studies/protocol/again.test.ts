import { expect, it } from 'vitest';
import { loadProtocol } from '../../../../scenarios/schema/protocol/load.ts';
import { protocolOf } from '../../../../scenarios/schema/protocol/schema.ts';
import { figureOf } from '../../../../scenarios/schema/reading/expectations.ts';
import { nestedInterval } from '../../../../scenarios/stats/nested.ts';
import {
  againTable,
  againText,
  askedAgain,
  counterpartOf,
  recoveredTwice,
} from '../../../../scenarios/studies/protocol/again.ts';
import type { ProtocolDocument } from '../../../../scenarios/studies/protocol/document.ts';
import { estimateOf } from '../../../../scenarios/studies/protocol/estimate.ts';
import { answerOf } from '../../../../scenarios/studies/protocol/finding.ts';

const named = (a: 'hybrid' | 'multi-sensor-teacher', ...worlds: number[]) => ({
  ...({ a, b: 'labels-only', labelledPerMaterial: 20, pairs: 4, p: 0.5, adjustedP: null } as const),
  points: nestedInterval(worlds.map((world) => [[world]])),
});

it('counts the worlds of a second run that lie where the first expected one more', () => {
  const first = { named: [named('multi-sensor-teacher', 6, 7, 8, 7), named('hybrid', -1, 1, 0, 0)] };
  const { nextLo, nextHi } = first.named[0]!.points;
  const second = {
    named: [named('multi-sensor-teacher', 7, nextHi + 0.01, nextLo, 6.5), named('hybrid', 1, 1.1, 0.9, 1)],
  };
  const rows = askedAgain(first, second);
  expect(rows.map(({ inside }) => inside)).toEqual([3, 4]);
  expect(againText(rows)).toContain('7 of 8 differences of single worlds (88 %)');
  expect(againText(rows)).toContain(', not fewer than the 85 % that were asked for');
  const [, told] = againTable(rows);
  // The first run sees no difference of the hybrid, the second one: nothing is settled.
  expect(told.map((row) => row.at(-1))).toEqual(['more', 'not settled']);
  expect(againText(askedAgain(first, { named: [named('hybrid', 9, 9, 9, 9)] }))).toContain('fewer than');
});

it('says nothing of what was asked once', () => {
  const first = { named: [named('hybrid', 1, 2)] };
  expect(askedAgain(first, { named: [] })).toEqual([]);
  expect(againText([])).toBe('');
});

it('tells what the student recovers in both runs, where both know it', () => {
  const run = (recovered: ReturnType<typeof nestedInterval> | null) => {
    const about = { arm: 'multi-sensor-teacher', condition: 'clean', labelledPerMaterial: 20 };
    // The rest of a row is of no concern here.
    const arms = [{ ...about, recovered }] as unknown as ProtocolDocument['arms'];
    return { named: [named('hybrid', 1, 2)], arms };
  };
  const share = (...worlds: number[]) => run(nestedInterval(worlds.map((world) => [[world]])));
  expect(recoveredTwice(share(0.7, 0.7), share(0.6, 0.6))).toBe(
    'The distilled student recovers 70 % (70 to 70) of what all labels bring in the first run and 60 % (60 to 60) in the second.',
  );
  expect(recoveredTwice(share(0.7, 0.7), run(null))).toBe('');
  expect(recoveredTwice(share(0.7, 0.7), { named: [], arms: [] })).toBe('');
});

it('knows which protocol repeats which, from the files', () => {
  const home = process.cwd();
  expect(counterpartOf('distillation-again', home)).toEqual({ name: 'distillation', isFirst: true });
  expect(counterpartOf('distillation', home)).toEqual({ name: 'distillation-again', isFirst: false });
});

it('asks the main question again in other worlds, and nothing else', () => {
  const [first, second] = ['distillation', 'distillation-again'].map((name) => {
    const { data, training, primary, tuningSeeds } = protocolOf(loadProtocol(name), false);
    const { seed, ...same } = data;
    return { seed, same: { ...same, training, primary, tuningSeeds } };
  });
  expect(second!.same).toEqual(first!.same);
  expect(Math.abs(second!.seed - first!.seed)).toBeGreaterThanOrEqual(
    protocolOf(loadProtocol('distillation'), false).primary.worlds,
  );
  const again = estimateOf(protocolOf(loadProtocol('distillation-again'), false), []);
  expect(new Set(again.map(({ part }) => part))).toEqual(new Set(['main']));
  expect(again.map(({ network }) => network)).not.toContain('deep student');
});

it('keeps an answer whose figures an expectation can be held against', () => {
  const dial = [0, 1].map((coupling) => ({
    ...{ coupling, open: 0, labelsOnly: 0.3, distilled: 0.4, recovered: null },
    gain: nestedInterval([[[5 + coupling]], [[6 + 3 * coupling]]]),
    pairing: nestedInterval([[[0.5]], [[-0.5]]]),
  }));
  // The answer looks at nothing else of the document.
  const document = { named: [named('hybrid', -1, 1)], arms: [], dial } as unknown as ProtocolDocument;
  const answer = answerOf(document, []);
  expect(figureOf(answer.split('; ')[0]!.split('. ')[0]!)).toMatchObject({ mean: 0 });
  expect(answer).toContain('at lookCoupling 0 distilled - labels-only +5.5 points (95 % interval');
  // Paired by world: one more in the first, three more in the second.
  expect(answer).toContain(
    'grows from the first point to the last by +2.0 points (95 % interval -10.7 to 14.7)',
  );
});
