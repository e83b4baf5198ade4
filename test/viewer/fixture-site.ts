import { canonicalJson } from '../../sim/record/canonical.ts';
import type { SceneRobot, SiteLayout } from '../../sim/record/scene.ts';
import type { Shape } from '../../sim/record/shape.ts';
import { SENSES, type Sensors } from '../../sim/senses/registry.ts';
import { defaultSensors, sensesOf, stateOfSense } from '../../sim/senses/sensors.ts';

/** What the robots of the made-up day look with: one with all senses and a network for all, one with a camera of its own alone. */
export const fixtureSensors: Readonly<Record<string, Sensors>> = {
  north: defaultSensors(),
  south: {
    visual: { ...defaultSensors().visual, sizePx: 32, lightTempK: 3500 },
    thermal: null,
    spectral: null,
  },
};

const sensorsOf = (id: string): SceneRobot['sensors'] => {
  const sensors = fixtureSensors[id]!;
  return sensesOf(sensors).map((sense) => {
    const state = stateOfSense(sensors, sense);
    const { title, drawing } = SENSES.need(sense);
    return { sense, title, state: canonicalJson(state), drawing: drawing(state) };
  });
};

/** The site of the made-up day: two arms, five bins, two machines that wear. */
export const fixtureScene: SiteLayout = {
  startHour: 6,
  latitudeDeg: 48,
  dayOfYear: 172,
  durationUs: 3_600_000_000,
  belt: { lengthM: 7, widthM: 0.7, speedMPerS: 0.25 },
  robots: [
    {
      id: 'north',
      xM: 2.9,
      side: 'left',
      reachM: 1.1,
      cameraXM: 1.5,
      actuator: 'arm',
      batteryJ: 360_000,
      panelW: 220,
      looks: [
        { network: 'camera', device: 'U575', senses: ['visual'] },
        { network: 'all', device: 'GAP9', senses: ['visual', 'thermal', 'spectral'] },
      ],
      sensors: sensorsOf('north'),
    },
    {
      id: 'south',
      xM: 5.2,
      side: 'right',
      reachM: 1.1,
      cameraXM: 3.9,
      actuator: 'arm',
      batteryJ: 360_000,
      panelW: 220,
      looks: [{ network: 'camera', device: 'U575', senses: ['visual'] }],
      sensors: sensorsOf('south'),
    },
  ],
  bins: [
    { id: 'pet', use: 'recycle-high', accepts: ['PET'], xM: 2.2, side: 'left', capacityKg: 60 },
    { id: 'polyolefin', use: 'recycle-high', accepts: ['HDPE', 'PP'], xM: 3.6, side: 'left', capacityKg: 60 },
    {
      id: 'metal',
      use: 'recycle-high',
      accepts: ['aluminium', 'steel'],
      xM: 4.5,
      side: 'right',
      capacityKg: 40,
    },
    { id: 'fibre', use: 'recycle-low', accepts: ['fibre'], xM: 5.9, side: 'right', capacityKg: 80 },
    { id: 'residue', use: 'residue', accepts: [], xM: 7, side: 'end', capacityKg: 0 },
  ],
  assets: [
    { id: 'belt', name: 'belt drive', xM: 6.7 },
    { id: 'gripper-north', name: 'gripper of north', xM: 2.9 },
  ],
};

/** The same site with names that would run if a page took them for HTML. */
export function hostileScene(): SiteLayout {
  const evil = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
  const bins = fixtureScene.bins.map((bin, i) => (i === 0 ? { ...bin, accepts: [evil], use: evil } : bin));
  const assets = fixtureScene.assets.map((asset) => ({ ...asset, name: evil }));
  return { ...fixtureScene, bins, assets };
}

/** What arrives, and the bin where it belongs. */
interface Kind {
  readonly material: string;
  readonly class: string;
  readonly shape: Shape;
  readonly colour: string;
  readonly bin: string;
  readonly size: readonly [number, number];
}

export const kinds: readonly Kind[] = [
  {
    material: 'pet-bottle-clear',
    class: 'PET',
    shape: 'bottle',
    colour: '#b9d6e2',
    bin: 'pet',
    size: [0.26, 0.075],
  },
  {
    material: 'pet-tray-coloured',
    class: 'PET',
    shape: 'tray',
    colour: '#4f9a5b',
    bin: 'pet',
    size: [0.19, 0.13],
  },
  {
    material: 'hdpe-bottle-white',
    class: 'HDPE',
    shape: 'bottle',
    colour: '#f2f1ea',
    bin: 'polyolefin',
    size: [0.2, 0.085],
  },
  {
    material: 'hdpe-bottle-coloured',
    class: 'HDPE',
    shape: 'bottle',
    colour: '#d9a21b',
    bin: 'polyolefin',
    size: [0.22, 0.09],
  },
  {
    material: 'pp-tray-coloured',
    class: 'PP',
    shape: 'tray',
    colour: '#3e5f8a',
    bin: 'polyolefin',
    size: [0.19, 0.14],
  },
  {
    material: 'pp-cup-white',
    class: 'PP',
    shape: 'cup',
    colour: '#ece7db',
    bin: 'polyolefin',
    size: [0.1, 0.09],
  },
  {
    material: 'aluminium-can',
    class: 'aluminium',
    shape: 'can',
    colour: '#c23b3b',
    bin: 'metal',
    size: [0.13, 0.066],
  },
  {
    material: 'steel-can',
    class: 'steel',
    shape: 'can',
    colour: '#9b9a93',
    bin: 'metal',
    size: [0.11, 0.085],
  },
  {
    material: 'cardboard',
    class: 'fibre',
    shape: 'box',
    colour: '#b98b59',
    bin: 'fibre',
    size: [0.22, 0.16],
  },
  {
    material: 'paper-news',
    class: 'fibre',
    shape: 'sheet',
    colour: '#d3d0c6',
    bin: 'fibre',
    size: [0.25, 0.2],
  },
  {
    material: 'pvc-bottle-clear',
    class: 'PVC',
    shape: 'bottle',
    colour: '#c4d2cf',
    bin: 'residue',
    size: [0.22, 0.07],
  },
  {
    material: 'glass-bottle-clear',
    class: 'glass',
    shape: 'bottle',
    colour: '#9db8a5',
    bin: 'residue',
    size: [0.24, 0.07],
  },
];
