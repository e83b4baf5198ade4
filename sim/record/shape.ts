/** The forms that goods come in: what the camera's outlines, the walls of a body and the viewer's drawings are keyed by. */
export const shapes = [
  'bottle',
  'cup',
  'tray',
  'film',
  'bag',
  'can',
  'box',
  'sheet',
  'block',
  'tube',
  'cloth',
  'part',
  'shard',
] as const;
export type Shape = (typeof shapes)[number];
