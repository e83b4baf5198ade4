/** The three senses of the twin. */
export type Sense = 'visual' | 'thermal' | 'spectral';

/** What one look at one item costs. */
export interface Cost {
  readonly energyJ: number;
  readonly timeUs: number;
}

/** What the sensors saw of one item; a sense that did not look is null. */
export interface Frames {
  readonly itemId: number;
  /** Hash of the sensors' own state (dirt, lamp, drift ...): equal keys and item give equal frames. */
  readonly sensorKey: string;
  /** [H, W, 3] 8-bit sRGB, row-major. */
  readonly rgb: Uint8Array | null;
  /** [8, 32, 32] apparent temperature in kelvin, 8 frames after the flash. */
  readonly thermalK: Float32Array | null;
  /** [bands] reflectance factor 0..1 (128 bands over 900-1700 nm by default). */
  readonly reflectance: Float32Array | null;
  readonly cost: Readonly<Partial<Record<Sense, Cost>>>;
}
