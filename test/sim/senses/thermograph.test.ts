import { describe, expect, test } from 'vitest';
import { type ItemState, makeItem } from '../../../sim/materials/item.ts';
import { ItemOptics } from '../../../sim/senses/optics/reflectance.ts';
import { checkSensors } from '../../../sim/senses/sensors.ts';
import { slabLongWave, thermalBody } from '../../../sim/senses/thermal/body.ts';
import { erfcx } from '../../../sim/senses/thermal/heat.ts';
import { defaultThermograph, thermalCost } from '../../../sim/senses/thermal/state.ts';
import { Thermograph } from '../../../sim/senses/thermal/thermograph.ts';

const heatEye = new Thermograph(1);
const itemOptics = new ItemOptics();
const state = defaultThermograph();
const still = { ...state, offsetSpreadK: 0, patternShare: 0, driftKPerMinute: 0 };

/** A clean, dry piece that covers the middle of the frame; of its draws this one lies flat and whole. */
function piece(materialId: string, change: Partial<ItemState> = {}): ItemState {
  return {
    ...makeItem({ seed: 1, itemId: 14, materialId, state: 1 }),
    soilGPerM2: 0,
    waterFilmUm: 0,
    moistureKgPerKg: 0,
    labelCover: 0,
    crumple: 0,
    tempK: 293.15,
    delaminationUm: 0,
    ...change,
  };
}

/** Rise of the middle of the frame over the air in frame f; `half`: of the side of that middle, px. */
function rise(item: ItemState, f: number, thermograph = still, noise = false, half = 4): number {
  const film = heatEye.render(item, thermograph, undefined, noise);
  let sum = 0;
  for (let y = 16 - half; y < 16 + half; y++)
    for (let x = 16 - half; x < 16 + half; x++) sum += film[f * 1024 + y * 32 + x]! / (4 * half * half);
  return sum - thermograph.airTempK;
}

describe('long-wave optics', () => {
  test('emissivity against thickness: the printed table within 0.02', () => {
    const printed = {
      20: { pet: 0.57, pc: 0.55, pvc: 0.3, ps: 0.36, pmma: 0.5 },
      50: { pet: 0.78, pc: 0.76, pvc: 0.54, ps: 0.61, pmma: 0.72 },
      100: { pet: 0.89, pc: 0.87, pvc: 0.73, ps: 0.79, pmma: 0.85 },
      500: { pet: 0.94, pc: 0.936, pvc: 0.938, ps: 0.952, pmma: 0.95 },
    };
    for (const [um, row] of Object.entries(printed)) {
      for (const [id, value] of Object.entries(row)) {
        expect(Math.abs(slabLongWave(id, Number(um) * 1e-6).emissivity - value), `${id} ${um}`).toBeLessThan(
          0.02,
        );
      }
    }
  });

  test('emissivity, transmittance and reflectance are shares of one', () => {
    for (const id of ['pet', 'pc', 'pvc', 'ps', 'pmma', 'pdms']) {
      for (let d = 1e-6; d < 0.02; d *= 1.7) {
        const { emissivity, transmittance } = slabLongWave(id, d);
        expect(emissivity).toBeGreaterThanOrEqual(0);
        expect(transmittance).toBeGreaterThanOrEqual(0);
        expect(emissivity + transmittance).toBeLessThanOrEqual(1);
      }
    }
  });

  test('metal: bare mirrors, oxidised and printed does not', () => {
    const bare = thermalBody(piece('aluminium-foil', { corrosionUm: 0 }), itemOptics).emissivity;
    const rusty = thermalBody(piece('steel-can-bare', { corrosionUm: 60 }), itemOptics).emissivity;
    const printed = thermalBody(
      piece('aluminium-can', { labelCover: 1, corrosionUm: 0 }),
      itemOptics,
    ).emissivity;
    expect(bare).toBeLessThan(0.12);
    expect(rusty).toBeGreaterThan(0.8);
    expect(printed).toBeGreaterThan(0.4);
  });
});

describe('cooling after the flash', () => {
  test('thick bodies cool as 1 / sqrt(t): the decay carries effusivity', () => {
    const foam = piece('ps-foam-white', { thicknessM: 0.04, relativeDensity: 0.03 });
    const board = piece('mdf', { thicknessM: 0.015 });
    for (const item of [foam, board]) {
      const ratio = rise(item, 0) / rise(item, 3);
      // Frames at 1/9 s and 4/9 s: ratio 2 for a half-space without losses.
      expect(ratio).toBeGreaterThan(1.8);
      expect(ratio).toBeLessThan(2.6);
    }
  });

  /** Three bodies of one outline, so that lamp and patches light them alike; their effusivities go from 36 to 1,370. */
  const outline = { shape: 'sheet', lengthM: 0.3, widthM: 0.3, yawRad: 0 } as const;
  const foam = piece('ps-foam-white', {
    ...outline,
    thicknessM: 0.04,
    relativeDensity: 0.03,
    carbonBlackPct: 1,
  });
  const board = piece('mdf', { ...outline, thicknessM: 0.015 });
  const glass = piece('glass-bottle-clear', { ...outline, thicknessM: 0.03 });

  /** Biot-like number of the loss after frame f: h sqrt(t) / effusivity. */
  function lossNumber(item: ItemState, f: number): number {
    const body = thermalBody(item, itemOptics);
    return ((still.convectionWPerM2K + 5.7 * body.emissivity) * Math.sqrt((f + 1) / 9)) / body.effusivity;
  }

  /** Rise in units of what a half-space of that effusivity with that loss keeps of the joules it absorbed (exact solution). */
  function inHalfSpace(item: ItemState, f: number, noise = false, half = 4): number {
    const body = thermalBody(item, itemOptics);
    const b = lossNumber(item, f);
    const kept = 1 - Math.sqrt(Math.PI) * b * erfcx(b);
    const joules = still.flashJPerM2 * body.absorptance;
    const halfSpaceK = (joules * kept) / (body.effusivity * Math.sqrt((Math.PI * (f + 1)) / 9));
    return rise(item, f, still, noise, half) / (halfSpaceK * body.emissivity);
  }

  test('rise per absorbed joule goes as 1 / effusivity: 0.5 % where little is lost, 0.45 b^2 more where b is not small', () => {
    for (let f = 0; f < 5; f++) {
      expect(Math.abs(inHalfSpace(glass, f) / inHalfSpace(board, f) - 1)).toBeLessThan(0.005);
      // A lumped loss exp(-sqrt(pi) b) differs from the exact one by (2 - pi / 2) b^2 at second order.
      const b = lossNumber(foam, f);
      expect(Math.abs(inHalfSpace(foam, f) / inHalfSpace(board, f) - 1)).toBeLessThan(0.02 + 0.45 * b * b);
    }
  });

  test('a half-space and a thin wall through which the heat has spread agree on the joules within 1 %', () => {
    const wall = piece('pet-cup-clear', { ...outline, thicknessM: 0.00015, carbonBlackPct: 1.5 });
    const body = thermalBody(wall, itemOptics);
    const heatPerM2K = body.heatPerM3K * body.thicknessM;
    const lost = Math.exp((-(still.convectionWPerM2K + 5.7 * body.emissivity) * (8 / 9)) / heatPerM2K);
    const spreadK = (still.flashJPerM2 * body.absorptance * lost) / heatPerM2K;
    // A wall curls: it shows other patches of its surface than the plate. Over a wide middle they even out.
    const inWall = rise(wall, 7, still, false, 8) / (spreadK * body.emissivity);
    expect(Math.abs(inWall / inHalfSpace(board, 2, false, 8) - 1)).toBeLessThan(0.01);
  });

  test('and with the noise of one look, within four standard errors of sixty-four pixels', () => {
    const error = (item: ItemState) => still.netdK / 8 / rise(item, 2);
    const ratio = inHalfSpace(foam, 2, true) / inHalfSpace(board, 2, true);
    const clean = inHalfSpace(foam, 2) / inHalfSpace(board, 2);
    const sd = Math.hypot(error(foam), error(board));
    expect(sd).toBeLessThan(0.02);
    expect(ratio).not.toBe(clean);
    expect(Math.abs(ratio / clean - 1)).toBeLessThan(4 * sd);
  });

  test('thin walls stay warm in proportion to 1 / thickness', () => {
    const at = (thicknessM: number) => {
      const item = piece('pet-cup-clear', { thicknessM, carbonBlackPct: 1.5 });
      return rise(item, 7) / thermalBody(item, itemOptics).absorptance;
    };
    expect(at(0.00015) / at(0.0003)).toBeGreaterThan(1.6);
    expect(at(0.00015) / at(0.0003)).toBeLessThan(2.1);
  });

  test('moisture and water slow and damp the rise; a delaminated board stays warmer', () => {
    const dry = piece('cardboard');
    expect(rise({ ...dry, moistureKgPerKg: 0.25 }, 3)).toBeLessThan(0.95 * rise(dry, 3));
    expect(rise({ ...dry, waterFilmUm: 100 }, 3)).toBeLessThan(0.5 * rise(dry, 3));
    const board = piece('plywood', { thicknessM: 0.0005 });
    expect(rise({ ...board, delaminationUm: 400 }, 1)).toBeGreaterThan(1.1 * rise(board, 1));
  });

  test('more flash, more rise; no flash, no rise', () => {
    const item = piece('cardboard');
    expect(rise(item, 0, { ...still, flashJPerM2: 0 })).toBeLessThan(0.05);
    expect(rise(item, 0, { ...still, flashJPerM2: 500 })).toBeLessThan(0.6 * rise(item, 0));
    expect(rise(item, 0, { ...still, lampAge: 0.3 })).toBeLessThan(0.8 * rise(item, 0));
  });
});

describe('the instrument', () => {
  test('pixel noise is the stated NETD within 5 %', () => {
    const item = piece('cardboard', { tempK: 303.15 });
    const clean = heatEye.render(item, state, undefined, false);
    let [sum, sum2, count] = [0, 0, 0];
    for (let id = 0; id < 20; id++) {
      const a = heatEye.render({ ...item, itemId: 100 + id }, state);
      const b = heatEye.render({ ...item, itemId: 100 + id }, state, undefined, false);
      for (let i = 0; i < a.length; i++) {
        const d = a[i]! - b[i]!;
        sum += d;
        sum2 += d * d;
        count++;
      }
    }
    const sd = Math.sqrt(sum2 / count - (sum / count) * (sum / count));
    console.log(`NETD: ${(1000 * sd).toFixed(1)} mK measured, ${1000 * state.netdK} mK stated at 303 K`);
    expect(Math.abs(sd / state.netdK - 1)).toBeLessThan(0.05);
    expect(clean.length).toBe(8 * 32 * 32);
  });

  test('noise in kelvin grows in the cold: 1.35 x between 303 K and 273 K', () => {
    const sdAt = (tempK: number) => {
      const thermograph = { ...still, airTempK: tempK, reflectedTempK: tempK };
      const item = piece('cardboard', { tempK });
      const a = heatEye.render(item, thermograph);
      const b = heatEye.render(item, thermograph, undefined, false);
      return Math.sqrt(a.reduce((sum, v, i) => sum + (v - b[i]!) * (v - b[i]!), 0) / a.length);
    };
    expect(Math.abs(sdAt(273.15) / sdAt(303.15) / 1.35 - 1)).toBeLessThan(0.05);
  });

  test('drift grows with the time since the shutter', () => {
    const item = piece('cardboard');
    const mean = (minutesSinceShutter: number) => {
      const film = heatEye.render(item, { ...state, minutesSinceShutter }, undefined, false);
      return film.reduce((a, b) => a + b, 0) / film.length;
    };
    expect(mean(3) - mean(0)).toBeCloseTo(0.3, 2);
  });

  test('faults: dead rows, dirt, saturation, misregistration', () => {
    const item = piece('ps-foam-white');
    const dead = heatEye.render(item, { ...state, deadRows: [7] });
    expect(new Set(dead.slice(7 * 32, 8 * 32))).toEqual(new Set([Math.fround(state.airTempK)]));
    expect(rise(item, 0, { ...still, lensDirt: 0.8 })).toBeLessThan(0.7 * rise(item, 0));
    expect(Math.max(...heatEye.render(item, { ...state, saturationK: 295 }))).toBe(295);
    expect(heatEye.render(item, { ...state, misregistration: 0.2 })).not.toEqual(heatEye.render(item, state));
  });

  test('a look costs about 30 J of lamp and 0.9 s', () => {
    const cost = thermalCost(state);
    expect(cost.energyJ).toBeGreaterThan(25);
    expect(cost.energyJ).toBeLessThan(35);
    expect(cost.timeUs).toBe(900_000);
  });

  test('impossible settings are refused', () => {
    expect(() => checkSensors({ thermal: { ...state, flashJPerM2: 1500 } })).toThrow(
      /flashJPerM2: must lie in 0\.\.1000, got 1500/,
    );
    expect(() => checkSensors({ thermal: { ...state, rateHz: 25 } })).toThrow(
      /rateHz: must lie in 0\.1\.\.9, got 25/,
    );
  });
});
