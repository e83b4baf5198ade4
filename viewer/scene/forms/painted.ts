import { CanvasTexture, SRGBColorSpace } from 'three';
import { must } from '../../../sim/record/must.ts';

/** A canvas of so many pixels, and what draws on it. */
export function inkOf(widthPx: number, heightPx: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  return must(canvas.getContext('2d'), '2D context of a canvas');
}

/** A texture that is painted once, seen sharp from the side too. */
export function painted(
  widthPx: number,
  heightPx: number,
  paint: (ink: CanvasRenderingContext2D) => void,
): CanvasTexture {
  const ink = inkOf(widthPx, heightPx);
  paint(ink);
  const texture = new CanvasTexture(ink.canvas);
  texture.colorSpace = SRGBColorSpace;
  texture.anisotropy = 8;
  return texture;
}
