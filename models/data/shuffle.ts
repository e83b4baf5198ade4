/** Puts rows into a random order, in place (Fisher and Yates). */
export function shuffle(rows: number[] | Int32Array, random: { next(): number }): void {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = Math.floor(random.next() * (i + 1));
    const kept = rows[i]!;
    rows[i] = rows[j]!;
    rows[j] = kept;
  }
}
