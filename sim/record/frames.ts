/** Name of a sense, such as `thermal`; the rooms under sim/senses say which there are. */
export type Sense = string;

/** What one look at one item costs. */
export interface Cost {
  readonly energyJ: number;
  readonly timeUs: number;
}

/** The cost of what costs nothing, or is paid for elsewhere. */
export const FREE: Cost = { energyJ: 0, timeUs: 0 };

/** Values of one look, row-major; what they mean stands with the sense. */
export type FrameValues = Uint8Array | Float32Array;

/** What one sense saw, and how it is laid out: a picture is [H, W, 3], a film [frames, H, W], a vector [n]. */
export interface Stream {
  readonly values: FrameValues;
  readonly shape: readonly number[];
}

/** What the sensors saw of one item; a sense that did not look has no stream and no cost. */
export interface Frames {
  readonly itemId: number;
  /** Hash of the sensors' own state (dirt, lamp, drift ...): equal keys and item give equal frames. */
  readonly sensorKey: string;
  readonly streams: Readonly<Record<Sense, Stream>>;
  readonly cost: Readonly<Record<Sense, Cost>>;
}

/** How many values a shape holds. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, extent) => product * extent, 1);
}
