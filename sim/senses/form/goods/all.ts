import type { Shape } from '../../../record/shape.ts';
import { buildBottle } from './bottles.ts';
import { buildBlock, buildBox } from './boxes.ts';
import { buildCan, buildCup, buildTube } from './cans.ts';
import type { Built, Order } from './kind.ts';
import { buildPart, buildShard } from './pieces.ts';
import { buildBag, buildCloth, buildFilm, buildSheet } from './sheets.ts';
import { buildTray } from './trays.ts';

/** Who builds the goods of each shape. */
export const builders: Readonly<Record<Shape, (order: Order) => Built>> = {
  bottle: buildBottle,
  cup: buildCup,
  can: buildCan,
  tube: buildTube,
  tray: buildTray,
  box: buildBox,
  block: buildBlock,
  film: buildFilm,
  bag: buildBag,
  sheet: buildSheet,
  cloth: buildCloth,
  part: buildPart,
  shard: buildShard,
};
