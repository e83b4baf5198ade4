import { describe, expect, it } from 'vitest';
import { routingNames } from '../../../scenarios/schema/region/schema.ts';
import { materials } from '../../../sim/materials/catalogue.ts';
import { grades } from '../../../sim/record/item-state.ts';
import palette from '../../../sim/record/palette.json' with { type: 'json' };
import { hueOf, hues, huesOf, toneOf } from '../../../sim/record/palette.ts';
import { robotStates } from '../../../sim/record/summary.ts';
import { lifts } from '../../../sim/score/regret.ts';
import { momentKinds } from '../../../viewer/recording/moments.ts';
import { kindNames } from '../../../viewer/region/region-words.ts';

type Three = readonly [number, number, number];

/** Linear RGB of `#rrggbb`. */
function linear(hex: string): Three {
  const channel = (from: number) => {
    const c = Number.parseInt(hex.slice(from, from + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (matrix: readonly Three[], [r, g, b]: Three) =>
  matrix.map(([x, y, z]) => Math.min(1, Math.max(0, x * r + y * g + z * b))) as unknown as Three; // A matrix of three rows.

/** How eyes see linear RGB: normal, then Machado, Oliveira and Fernandes (2009), severity 1. */
const eyes: Readonly<Record<string, readonly Three[]>> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
  tritanopia: [
    [1.255528, -0.076749, -0.178779],
    [-0.078411, 0.930809, 0.147602],
    [0.004733, 0.691367, 0.3039],
  ],
};

/** Oklab of linear RGB (Ottosson 2020): equal distances look about equally far apart. */
function oklab([r, g, b]: Three): Three {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

const apart = (a: Three, b: Three) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2]);
const luminance = ([r, g, b]: Three) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

describe('the palette', () => {
  it('has twelve hues, each with a contrast of 3 against the pages and panels that it stands on', () => {
    expect(hues).toHaveLength(12);
    for (const { name, light, dark } of hues) {
      for (const page of ['#ffffff', '#f3f5f7']) expect(contrast(light, page), name).toBeGreaterThan(3);
      for (const page of ['#14181c', '#1d2329', '#212b35'])
        expect(contrast(dark, page), name).toBeGreaterThan(3);
    }
  });

  it.each(Object.entries(eyes))('tells every two hues apart: %s', (_, matrix) => {
    const seen = (colour: string) => oklab(times(matrix, linear(colour)));
    hues.forEach((a, i) => {
      for (const b of hues.slice(i + 1)) {
        expect(apart(seen(a.light), seen(b.light)), `${a.name} and ${b.name}`).toBeGreaterThan(0.045);
        expect(apart(seen(a.dark), seen(b.dark)), `${a.name} and ${b.name}, dark`).toBeGreaterThan(0.065);
      }
    });
  });

  it('has a hue for every state, family, grade, cause, routing, kind of place and moment, none of them twice', () => {
    const causes = [...lifts, 'planning', 'regret'];
    const lists = {
      state: robotStates,
      family: [...new Set(materials.map(({ family }) => family))],
      grade: grades,
      cause: causes,
      routing: routingNames,
      place: kindNames,
      moment: momentKinds,
    } as const;
    for (const [kind, names] of Object.entries(lists)) {
      const own = names.map((name) => hueOf(kind as keyof typeof lists, name)?.name);
      expect(new Set(own).size, kind).toBe(names.length);
      expect(own, kind).not.toContain(undefined);
    }
  });

  it.each(['light', 'dark'] as const)('has tones of text that are read on every surface: %s', (theme) => {
    const tone = (name: Parameters<typeof toneOf>[0]) => toneOf(name, theme);
    for (const text of ['ink', 'soft', 'accent', 'good', 'bad'] as const)
      for (const surface of ['paper', 'card', 'field'] as const)
        expect(contrast(tone(text), tone(surface)), `${text} on ${surface}`).toBeGreaterThan(4.5);
    for (const [text, surface] of [
      ['warn-ink', 'warn-back'],
      ['accent-ink', 'accent'],
    ] as const)
      expect(contrast(tone(text), tone(surface)), text).toBeGreaterThan(4.5);
  });

  it('names only hues that it has', () => {
    for (const [kind, names] of Object.entries(palette.names))
      for (const [name, hue] of Object.entries(names))
        expect(Object.keys(palette.hues), `${kind} ${name}`).toContain(hue);
  });
});

describe('series take colours', () => {
  it('a known name keeps its colour whatever stands beside it, the others take what is free', () => {
    const found = huesOf('perception', ['mine', 'distilled', 'yours', 'labels-only']);
    expect(found.map(({ name }) => name)).toEqual(['green', 'blue', 'pink', 'orange']);
  });

  it('twelve curves have twelve colours; the thirteenth has dashes of its own', () => {
    const found = huesOf(
      null,
      Array.from({ length: 13 }, (_, i) => `arm ${i}`),
    );
    expect(new Set(found.slice(0, 12).map(({ name }) => name)).size).toBe(12);
    expect(found[12]).toEqual({ ...hues[0], dash: '10 3 2 3' });
  });

  it('a name of the language itself is a name like any other', () => {
    expect(hueOf('state', 'constructor')).toBeUndefined();
    expect(huesOf('state', ['__proto__'])).toHaveLength(1);
  });
});
