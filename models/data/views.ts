/** The eight turns and mirrorings of a square picture: bit 0 mirrors x, bit 1 mirrors y, bit 2 swaps x and y. */
export const VIEWS = 8;

const tables = new Map<number, Int32Array>();

/** [px * px]: for each pixel of the view, the pixel of the original that it shows. */
export function viewIndex(px: number, view: number): Int32Array {
  const key = px * VIEWS + view;
  const known = tables.get(key);
  if (known) return known;
  const table = new Int32Array(px * px);
  for (let y = 0; y < px; y++) {
    for (let x = 0; x < px; x++) {
      let sourceX = view & 4 ? y : x;
      let sourceY = view & 4 ? x : y;
      if (view & 1) sourceX = px - 1 - sourceX;
      if (view & 2) sourceY = px - 1 - sourceY;
      table[y * px + x] = sourceY * px + sourceX;
    }
  }
  tables.set(key, table);
  return table;
}
