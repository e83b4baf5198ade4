/** Things in an order, each had by its place: an array, or a list whose things are made as they are asked for. */
export interface Sequence<T> {
  readonly length: number;
  at(place: number): T | undefined;
}

/** Number of elements, in the order of time, that are not later than `timeUs`: the index of the first one after it. */
export function countUntil<T>(list: Sequence<T>, timeUs: number, timeOf: (element: T) => number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const element = list.at(middle);
    if (element !== undefined && timeOf(element) <= timeUs) low = middle + 1;
    else high = middle;
  }
  return low;
}
