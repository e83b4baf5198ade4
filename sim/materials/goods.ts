import { drawKey, uniformAt } from '../kernel/random/random.ts';
import { type Goods, goods as goodsNames, type LabelKind } from '../record/item-state.ts';
import { materials } from './catalogue.ts';
import raw from './data/appearance.json' with { type: 'json' };
import type { Material, Range } from './material.ts';
import { blendOfShares, meanOfShares, pickShare, type Shares } from './shares.ts';

/** What was sold in a package, and with it label and cap: the strongest cue in practice, so substances overlap on purpose. */

type Cell<T> = readonly [value: T, unit: string, source: string, doubt: string];
interface Habit {
  readonly label: LabelKind;
  readonly labelled: Cell<number>;
  readonly cover: Cell<Range>;
  /** Where on the hue wheel its labels like to be, 0 = red, and how many do. */
  readonly hue: Cell<number>;
  readonly hueShare: Cell<number>;
  readonly capped: Cell<number>;
}

interface GoodsData {
  /** By look and substance; `*` = all others. */
  readonly goods: Readonly<Record<string, Readonly<Record<string, Cell<Shares>>>>>;
  readonly habits: Readonly<Record<Goods, Habit>>;
}

// JSON has no pairs, only lists: appearance.test.ts reads each of them.
const { goods: goodsOf, habits } = raw as unknown as GoodsData;

function ownGoods({ look, substance }: Material): Shares {
  const ofLook = goodsOf[look.id];
  return (ofLook?.[substance] ?? ofLook?.['*'])?.[0] ?? { none: 1 };
}

const known: ReadonlyMap<string, { readonly own: Shares; readonly mean: Shares }> = new Map(
  materials.map((material) => {
    const alike = materials.filter(({ look }) => look.id === material.look.id);
    return [material.id, { own: ownGoods(material), mean: meanOfShares(alike.map(ownGoods)) }];
  }),
);

const draw = {
  goods: 0,
  labelled: 1,
  cover: 2,
  favourite: 3,
  hue: 4,
  light: 5,
  capped: 6,
  capHue: 7,
} as const;

/** Saturated colour from a hue 0..1 and lightness, sRGB 0..1 (a hexagon hue wheel). */
export function saturated(hue: number, lightness: number): [red: number, green: number, blue: number] {
  const channel = (shift: number) => {
    const h = (hue * 6 + shift) % 6;
    const ramp = Math.min(1, Math.max(0, Math.abs(h - 3) - 1));
    return lightness * (0.25 + 0.75 * ramp);
  };
  return [channel(0), channel(4), channel(2)];
}

/** Caps: white, blue, or another colour (shares from memory). */
const WHITE_CAPS = 0.35;
const BLUE_CAPS = 0.3;

function capColour(u: number): [number, number, number] {
  if (u < WHITE_CAPS) return [0.93, 0.93, 0.92];
  if (u < WHITE_CAPS + BLUE_CAPS) return [0.1, 0.25, 0.65];
  return saturated((u - WHITE_CAPS - BLUE_CAPS) / (1 - WHITE_CAPS - BLUE_CAPS), 0.85);
}

/** How a label of a look without goods is put on. */
function plainLabel({ look }: Material): LabelKind {
  if (look.shape === 'bottle') return 'wrap';
  return look.texture === 'fibre' || look.texture === 'flute' || look.shape === 'can' ? 'print' : 'sticker';
}

/** Label and cap of a piece by what was sold in it; looks that are no packages keep the label of their look. */
export function drawGoods(seed: number, itemId: number, material: Material, lookCoupling: number) {
  const key = drawKey(seed, 0, 'materials/item', 'goods');
  const at = (place: number) => uniformAt(key, itemId, place);
  const { own, mean } = known.get(material.id)!;
  const name = pickShare(blendOfShares(mean, own, lookCoupling), at(draw.goods));
  const goods = goodsNames.find((one) => one === name) ?? 'none';
  const habit = habits[goods];
  const [capRed, capGreen, capBlue] = capColour(at(draw.capHue));
  const cap = { capped: at(draw.capped) < habit.capped[0] ? 1 : 0, capRed, capGreen, capBlue };
  if (goods === 'none') return { goods, labelKind: plainLabel(material), ...cap };
  const [low, high] = habit.cover[0];
  const labelCover = at(draw.labelled) < habit.labelled[0] ? low + (high - low) * at(draw.cover) : 0;
  const favourite = at(draw.favourite) < habit.hueShare[0];
  const hue = favourite ? habit.hue[0] + 0.08 * (at(draw.hue) - 0.5) + 1 : at(draw.hue);
  const [labelRed, labelGreen, labelBlue] = saturated(hue % 1, 0.35 + 0.6 * at(draw.light));
  // A drinks can is printed all over, whatever it is made of.
  const labelKind =
    material.look.shape === 'can' && goods === 'soft-drink' ? ('print' as const) : habit.label;
  return {
    goods,
    labelKind,
    labelCover:
      labelKind === 'print' && material.look.shape === 'can' ? 0.9 + 0.1 * at(draw.cover) : labelCover,
    ...{ labelRed, labelGreen, labelBlue },
    ...cap,
  };
}
