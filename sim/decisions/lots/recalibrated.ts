/**
 * [items, labels] beliefs that are calibrated on the items themselves: for each label the monotone function of what was believed
 * that fits best what was true (pool adjacent violators), then each row is brought back to 1. That it is fitted to the very items that it
 * is used on only grants more.
 */
export function recalibrated(rows: readonly Float32Array[], truth: Int32Array, labels: number): Float64Array {
  const belief = new Float64Array(rows.length * labels);
  for (let k = 0; k < labels; k++) {
    const order = rows.map((_, i) => i).sort((a, b) => rows[a]![k]! - rows[b]![k]! || a - b);
    const shares: number[] = [];
    const counts: number[] = [];
    for (const i of order) {
      shares.push(truth[i] === k ? 1 : 0);
      counts.push(1);
      while (shares.length > 1 && shares.at(-2)! >= shares.at(-1)!) {
        const [share, count] = [shares.pop()!, counts.pop()!];
        const at = shares.length - 1;
        const all = counts[at]! + count;
        shares[at] = (shares[at]! * counts[at]! + share * count) / all;
        counts[at] = all;
      }
    }
    let at = 0;
    shares.forEach((share, s) => {
      for (let n = 0; n < counts[s]!; n++) belief[order[at++]! * labels + k] = share;
    });
  }
  for (let i = 0; i < rows.length; i++) {
    const row = belief.subarray(i * labels, (i + 1) * labels);
    const sum = row.reduce((a, b) => a + b, 0);
    if (sum > 0) for (let k = 0; k < labels; k++) row[k] = row[k]! / sum;
  }
  return belief;
}
