import { makeItem } from '../../../sim/materials/item.ts';
import type { Frames } from '../../../sim/record/frames.ts';
import { Instruments } from '../../../sim/senses/frames.ts';
import { defaultSensors, type Sensors } from '../../../sim/senses/sensors.ts';
import { blankSheet, drawCurve, pastePicture, type Rgb, type Sheet, setPixel, writeText } from './sheet.ts';

/** What a contact sheet shows: one row a material, one column a state, in each cell what the three senses see of one item. */
export interface FramesSpec {
  readonly materials: readonly string[];
  readonly states: readonly number[];
  readonly seed: number;
}

const VIEW_PX = 64;
const THERMAL_PX = 32;
const CURVE_WIDTH_PX = 72;
const GAP_PX = 4;
const CELL_PX = { width: 2 * VIEW_PX + CURVE_WIDTH_PX + 4 * GAP_PX, height: VIEW_PX + 2 * GAP_PX };
const MARGIN_PX = { left: 200, top: 24 };
const PAPER: Rgb = [250, 250, 247];
const INK: Rgb = [40, 40, 44];
const CURVE: Rgb = [20, 90, 160];
const GRID: Rgb = [222, 222, 216];

/** Draws the contact sheet; every cell has its own item id, so no two cells are the same piece. */
export function contactSheet(spec: FramesSpec, sensors: Sensors = defaultSensors()): Sheet {
  const width = MARGIN_PX.left + spec.states.length * CELL_PX.width;
  const height = MARGIN_PX.top + spec.materials.length * CELL_PX.height;
  const instruments = new Instruments(spec.seed);
  const looking = { ...sensors, visual: { ...sensors.visual, sizePx: VIEW_PX } };
  const sheet = blankSheet(width, height, PAPER);
  spec.states.forEach((state, column) => {
    writeText(sheet, `state ${state}`, MARGIN_PX.left + column * CELL_PX.width + GAP_PX, 8, 2, INK);
  });
  spec.materials.forEach((materialId, row) => {
    const y = MARGIN_PX.top + row * CELL_PX.height;
    writeText(sheet, materialId, 6, y + CELL_PX.height / 2 - 5, 2, INK);
    spec.states.forEach((state, column) => {
      const itemId = row * spec.states.length + column;
      const item = makeItem({ seed: spec.seed, itemId, materialId, state });
      const frames = instruments.look(item, looking, ['visual', 'thermal', 'spectral']);
      drawCell(sheet, frames, MARGIN_PX.left + column * CELL_PX.width + GAP_PX, y + GAP_PX);
    });
  });
  return sheet;
}

function drawCell(sheet: Sheet, frames: Frames, x: number, y: number): void {
  if (frames.rgb) pastePicture(sheet, frames.rgb, VIEW_PX, x, y, 1);
  if (frames.thermalK) {
    const first = frames.thermalK.subarray(0, THERMAL_PX * THERMAL_PX);
    pastePicture(sheet, falseColour(first), THERMAL_PX, x + VIEW_PX + GAP_PX, y, VIEW_PX / THERMAL_PX);
  }
  const box = { x: x + 2 * (VIEW_PX + GAP_PX), y, width: CURVE_WIDTH_PX, height: VIEW_PX };
  for (let level = 0; level <= 4; level++) {
    const row = y + Math.round((level / 4) * (VIEW_PX - 1));
    for (let column = 0; column < CURVE_WIDTH_PX; column++) setPixel(sheet, box.x + column, row, GRID);
  }
  if (frames.reflectance) drawCurve(sheet, frames.reflectance, box, CURVE);
}

/** Blue to red over the range of the frame: temperatures are to be compared within a cell. */
function falseColour(kelvin: Float32Array): Uint8Array {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const value of kelvin) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const rgb = new Uint8Array(kelvin.length * 3);
  kelvin.forEach((value, i) => {
    const t = (value - low) / Math.max(high - low, 0.5);
    rgb.set(
      [255 * Math.min(1, 2 * t), 255 * (1 - Math.abs(2 * t - 1)) * 0.9, 255 * Math.min(1, 2 - 2 * t)],
      i * 3,
    );
  });
  return rgb;
}
