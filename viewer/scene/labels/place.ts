/** A label that wants to stand near a point of the picture, in CSS pixels; a higher priority is placed first. */
export interface WantedLabel {
  readonly xPx: number;
  readonly yPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly priority: number;
  readonly below: boolean;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Free space around every label, and between a label and the thing that it names. */
const GAP_PX = 5;
const LIFT_PX = 14;
/** How far a label may go from its place: so many of its own heights up, so many half widths aside. */
const RISES = [0, 1, 2, 3, 4, -1.7, 5, 6] as const;
const ASIDE = [0, -0.5, 0.5, -1, 1, -1.5, 1.5] as const;

export function overlaps(a: Box, b: Box, gap = GAP_PX): boolean {
  return a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom + gap && b.top < a.bottom + gap;
}

const within = (box: Box, { left, top, right, bottom }: Box): boolean =>
  box.left >= left && box.top >= top && box.right <= right && box.bottom <= bottom;

function boxAt({ xPx, yPx, widthPx, heightPx, below }: WantedLabel, rise: number, aside: number): Box {
  const left = Math.round(xPx - widthPx / 2 + aside * widthPx);
  const over = yPx - LIFT_PX - rise * (heightPx + GAP_PX);
  const under = yPx + LIFT_PX + heightPx + rise * (heightPx + GAP_PX);
  const bottom = Math.round(below ? under : over);
  return { left, top: bottom - heightPx, right: left + widthPx, bottom };
}

/** The nearest free place of a label, or null. */
function placeFor(label: WantedLabel, picture: Box, taken: readonly Box[]): Box | null {
  for (const rise of RISES)
    for (const aside of ASIDE) {
      const box = boxAt(label, rise, aside);
      if (within(box, picture) && !taken.some((other) => overlaps(box, other))) return box;
    }
  return null;
}

/**
 * Where labels stand: none overlaps another or `kept` places, all lie within the picture; null = there is no room for it.
 * A pure function: an instant looks the same however it was reached.
 */
export function placeLabels(
  wanted: readonly WantedLabel[],
  picture: Box,
  kept: readonly Box[] = [],
): (Box | null)[] {
  const taken = [...kept];
  const places: (Box | null)[] = wanted.map(() => null);
  const order = [...wanted.entries()].sort(([i, a], [j, b]) => b.priority - a.priority || i - j);
  for (const [i, label] of order) {
    const box = placeFor(label, picture, taken);
    places[i] = box;
    if (box !== null) taken.push(box);
  }
  return places;
}
