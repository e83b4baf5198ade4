// Makes one fault after another in a copy of the sources and runs the test file that must catch it.
// Use: node test/sim/senses/mutations.mjs [word in the name] > test/sim/senses/mutations.txt
// About two minutes for all; prints NOT CAUGHT and exits 1 if one passes.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const senses = 'test/sim/senses';
/** [fault, file, from, to, test file] */
const MUTATIONS = [
  [
    'bands + 10 nm',
    'sim/senses/optics/tables.ts',
    '(nm - centreNm)',
    '(nm - centreNm - 10)',
    `${senses}/bands.test.ts`,
  ],
  ['one-pass water', 'sim/senses/optics/water.ts', 't * t * dry', 't * dry', `${senses}/reflectance.test.ts`],
  [
    'soil after water',
    'sim/senses/optics/reflectance.ts',
    'if (item.soilGPerM2 > 0) this.#soil(item, out);\n    if (item.waterFilmUm > 0) this.#wet(item, out);',
    'if (item.waterFilmUm > 0) this.#wet(item, out);\n    if (item.soilGPerM2 > 0) this.#soil(item, out);',
    `${senses}/reflectance.test.ts`,
  ],
  [
    'T^4 in place of the band',
    'sim/senses/thermal/band-radiance.ts',
    'return (sum * step) / 3;',
    'return sum === 0 ? 0 : (5.67e-8 * tempK * tempK * tempK * tempK * 0.376) / Math.PI;',
    `${senses}/band-radiance.test.ts`,
  ],
  [
    'no reflected term',
    'sim/senses/thermal/thermograph.ts',
    '(1 - emissivity - transmittance) * bandRadiance(state.reflectedTempK)',
    '0 * bandRadiance(state.reflectedTempK)',
    `${senses}/band-radiance.test.ts`,
  ],
  [
    'thermal noise seeded by class',
    'sim/senses/thermal/thermograph.ts',
    'noiseOf(keys.pixels, item.itemId)',
    'noiseOf(keys.pixels, item.materialId.length)',
    `${senses}/leaks.test.ts`,
  ],
  [
    'pixel noise seeded by class',
    'sim/senses/visual/camera.ts',
    'noiseOf(keys.pixels, item.itemId)',
    'noiseOf(keys.pixels, item.materialId.length)',
    `${senses}/leaks.test.ts`,
  ],
  [
    'fixed thickness',
    'sim/materials/body.ts',
    'logarithmic(look.thicknessM, at(draw.thickness))',
    'logarithmic(look.thicknessM, 0.5)',
    `${senses}/leaks.test.ts`,
  ],
  [
    'swapped streams: heat of another thickness',
    'sim/senses/thermal/thermograph.ts',
    'const body = thermalBody(item, itemOptics);\n  const lossW',
    'const body = thermalBody({ ...item, thicknessM: item.thicknessM * (1 + ((item.itemId * 7) % 5)) }, itemOptics);\n  const lossW',
    `${senses}/leaks.test.ts`,
  ],
  [
    'a sensor reads the label',
    'sim/senses/form/scene.ts',
    'const perM = size / fieldOfView(item);',
    'const perM = (size / fieldOfView(item)) * (item.materialId.length % 2 === 0 ? 1 : 1.05);',
    `${senses}/camera.test.ts`,
  ],
  [
    'the hidden chain length shows',
    'sim/senses/visual/palette.ts',
    'addHaze(palette, item.haze)',
    'addHaze(palette, item.haze * item.chainRatio)',
    `${senses}/frames.test.ts`,
  ],
  [
    'emissivity without thickness',
    'sim/senses/thermal/body.ts',
    'const x = Math.log(Math.max(thicknessM * 1e6, 0.1));',
    'const x = Math.log(500 + 0 * thicknessM);',
    `${senses}/thermograph.test.ts`,
  ],
  [
    'shot noise without light',
    'sim/senses/visual/sensor.ts',
    'Math.sqrt(code * shot + read)',
    'Math.sqrt(0.3 * CODES * shot + read)',
    `${senses}/camera.test.ts`,
  ],
  [
    'damage heals',
    'sim/materials/wear-out.ts',
    'damage: damageOf(laws, doses)',
    'damage: damageOf(laws, doses) * (1 - 0.2 * body.damage)',
    'test/sim/materials/item.test.ts',
  ],
  [
    'Arrhenius upside down',
    'sim/materials/laws.ts',
    '(1 / fromK - 1 / toK)',
    '(1 / toK - 1 / fromK)',
    'test/sim/materials/kinetics.test.ts',
  ],
  [
    'corrosion starts anew each stay',
    'sim/materials/laws.ts',
    'const after = before + years;',
    'const after = years;',
    'test/sim/materials/kinetics.test.ts',
  ],
];

const root = process.cwd();
const word = process.argv[2] ?? '';
const copy = mkdtempSync(join(tmpdir(), 'looptwin-mutations-'));
for (const part of ['sim', 'models', 'scenarios', 'test', 'package.json', 'tsconfig.json'])
  cpSync(join(root, part), join(copy, part), { recursive: true });
symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));

let missed = 0;
for (const [fault, file, from, to, test] of MUTATIONS.filter(([name]) => name.includes(word))) {
  const path = join(copy, file);
  const source = readFileSync(path, 'utf8');
  if (!source.includes(from))
    throw new Error(`${fault}: ${file} no longer contains ${from}; write the mutation anew`);
  writeFileSync(path, source.replace(from, to));
  const run = spawnSync('npx', ['vitest', 'run', '--config', 'test/vitest.config.ts', test], {
    cwd: copy,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  writeFileSync(path, source);
  if (/FAIL .* \[ .* \]/.test(run.stdout + run.stderr))
    throw new Error(`${fault}: ${test} does not load:\n${run.stdout}`);
  const failed = [
    ...new Set([...(run.stdout + run.stderr).matchAll(/FAIL\s+\S+ > (.*)/g)].map((match) => match[1])),
  ];
  if (failed.length === 0) missed++;
  console.log(
    `${fault}: ${failed.length === 0 ? 'NOT CAUGHT' : `caught by "${failed[0]}"${failed.length > 1 ? ` and ${failed.length - 1} more` : ''}`}`,
  );
}
rmSync(copy, { recursive: true });
process.exitCode = missed > 0 ? 1 : 0;
