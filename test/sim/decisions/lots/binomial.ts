/** [count] how probably so many of n things are, each with a probability. */
export function binomial(n: number, w: number): number[] {
  let chance = Math.exp(n * Math.log(1 - w));
  return Array.from({ length: n + 1 }, (_, k) => {
    const now = chance;
    chance *= ((n - k) / (k + 1)) * (w / (1 - w));
    return now;
  });
}
