/** What looks said of the things of a day, and what these were. */
export interface SaidDay {
  /** [items] which label each is. */
  readonly truth: Int32Array;
  /** By look: of each item [labels] probabilities. */
  readonly said: readonly (readonly Float32Array[])[];
}

/** How often a label was true by what was believed of it: a rising function, in blocks between which it is interpolated. */
interface Curve {
  /** The least and the most that was believed in each block, and the share of it that was true. */
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly share: readonly number[];
}

/**
 * [items, labels] what one look said of a day's items, brought to what was true where it was said on other days: for each label the rising
 * function of what was believed that fits them best (pool adjacent violators), then each row is brought back to 1. Without other days it
 * is fitted to the day itself, which grants that it was known beforehand how often beliefs of that day would be right.
 */
export function recalibrated(day: SaidDay, look: number, others: readonly SaidDay[]): Float64Array {
  const rows = day.said[look]!;
  const labels = rows[0]?.length ?? 0;
  const known = others.length === 0 ? [day] : others;
  const curves = Array.from({ length: labels }, (_, k) => curveOf(known, look, k));
  const belief = new Float64Array(rows.length * labels);
  rows.forEach((row, i) => {
    const shares = curves.map((curve, k) => shareAt(curve, row[k]!));
    const sum = shares.reduce((a, b) => a + b, 0);
    shares.forEach((share, k) => {
      belief[i * labels + k] = sum > 0 ? share / sum : row[k]!;
    });
  });
  return belief;
}

function curveOf(days: readonly SaidDay[], look: number, label: number): Curve {
  const cases = days.flatMap(({ truth, said }) =>
    said[look]!.map((row, i) => ({ p: row[label]!, right: truth[i] === label ? 1 : 0 })),
  );
  cases.sort((a, b) => a.p - b.p);
  const blocks: { from: number; to: number; right: number; count: number }[] = [];
  for (let n = 0; n < cases.length; ) {
    // What was believed alike is one block from the beginning.
    const block = { from: cases[n]!.p, to: cases[n]!.p, right: 0, count: 0 };
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
  return {
    from: blocks.map(({ from }) => from),
    to: blocks.map(({ to }) => to),
    share: blocks.map(({ right, count }) => right / count),
  };
}

/** The share at a belief: that of its block, or between those of the blocks beside it. */
function shareAt({ from, to, share }: Curve, p: number): number {
  let [at, last] = [0, share.length - 1];
  while (at < last) {
    const middle = (at + last) >> 1;
    if (to[middle]! < p) at = middle + 1;
    else last = middle;
  }
  if (at === 0 || p >= from[at]!) return share[at]!;
  const part = (p - to[at - 1]!) / (from[at]! - to[at - 1]!);
  return share[at - 1]! + part * (share[at]! - share[at - 1]!);
}
