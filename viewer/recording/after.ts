/** Number of elements, in the order of time, that are not later than `timeUs`: the index of the first one after it. */
export function countUntil<T>(list: readonly T[], timeUs: number, timeOf: (element: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = list[middle];
    if (element !== undefined && timeOf(element) <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}
