import type { Examples } from './seen-day.ts';

/** What looks said of the things of a day, and what these were. */
export interface SaidDay {
  /** [items] which label each is. */
  readonly truth: Int32Array;
  /** By look: of each item [labels] probabilities. */
  readonly said: readonly (readonly Float32Array[])[];
}

/** Things of which much the same was believed: the least and the most of it, how many they were, and of how many it was true. */
interface Block {
  from: number;
  readonly to: number;
  right: number;
  count: number;
}

/** [rows, labels] what a look said, brought to what is true where it says that. */
export type Calibration = (rows: readonly Float32Array[]) => Float64Array;

/**
 * How what one look says is brought to what was true where it was said on other days: for each label by the rising function of what was believed that
 * fits them best (pool adjacent violators), then each row is brought back to 1. Without other days it is fitted to the day itself, which grants that it
 * was known beforehand how often beliefs of that day would be right.
 */
export function calibrationOf(day: SaidDay, look: number, others: readonly SaidDay[]): Calibration {
  const labels = day.said[look]![0]?.length ?? 0;
  const known = others.length === 0 ? [day] : others;
  const curves = Array.from({ length: labels }, (_, k) => blocksOf(known, look, k));
  return (rows) => {
    const belief = new Float64Array(rows.length * labels);
    rows.forEach((row, i) => {
      const shares = curves.map((curve, k) => shareAt(curve, row[k]!));
      const sum = shares.reduce((a, b) => a + b, 0);
      shares.forEach((share, k) => {
        belief[i * labels + k] = sum > 0 ? share / sum : row[k]!;
      });
    });
    return belief;
  };
}

/** Things of some days, the first of each label up to so many, and what all further looks said of them, each brought to what is true by its calibration. */
export function examplesOf(
  days: readonly SaidDay[],
  labels: number,
  mostPerLabel: number,
  calibrations: readonly Calibration[],
): Examples {
  const counts = new Int32Array(labels);
  const picked = days.flatMap((day) =>
    [...day.truth.keys()].flatMap((i) => {
      const k = day.truth[i]!;
      if (k < 0 || counts[k]! >= mostPerLabel) return [];
      counts[k]! += 1;
      return [{ day, i }];
    }),
  );
  return {
    label: Int32Array.from(picked, ({ day, i }) => day.truth[i]!),
    beliefs: calibrations.map((calibrated, look) =>
      look === 0 ? new Float64Array(0) : calibrated(picked.map(({ day, i }) => day.said[look]![i]!)),
    ),
  };
}

/** How often a label was true by what was believed of it, in blocks that rise. */
function blocksOf(days: readonly SaidDay[], look: number, label: number): Block[] {
  const cases = days.flatMap(({ truth, said }) =>
    said[look]!.map((row, i) => ({ p: row[label]!, right: truth[i] === label ? 1 : 0 })),
  );
  cases.sort((a, b) => a.p - b.p);
  const blocks: Block[] = [];
  for (let n = 0; n < cases.length; ) {
    // What was believed alike is one block from the beginning.
    const block: Block = { from: cases[n]!.p, to: cases[n]!.p, right: 0, count: 0 };
    for (; n < cases.length && cases[n]!.p === block.to; n++) {
      block.right += cases[n]!.right;
      block.count += 1;
    }
    while (blocks.length > 0 && blocks.at(-1)!.right * block.count >= block.right * blocks.at(-1)!.count) {
      const before = blocks.pop()!;
      block.from = before.from;
      block.right += before.right;
      block.count += before.count;
    }
    blocks.push(block);
  }
  return blocks;
}

/** The share at a belief: that of its block, or between those of the blocks beside it. */
function shareAt(blocks: readonly Block[], p: number): number {
  let [at, last] = [0, blocks.length - 1];
  while (at < last) {
    const middle = (at + last) >> 1;
    if (blocks[middle]!.to < p) at = middle + 1;
    else last = middle;
  }
  const [before, block] = [blocks[at - 1], blocks[at]!];
  const share = block.right / block.count;
  if (before === undefined || p >= block.from) return share;
  const least = before.right / before.count;
  return least + ((p - before.to) / (block.from - before.to)) * (share - least);
}
