import { store, stored } from '../memory.ts';

/** How much is drawn: everything, or what a computer without a graphics processor draws smoothly. */
export type Picture = 'full' | 'simple';

const CHOSEN = 'looptwin.picture';
/** Renderers that compute every pixel on the processor. */
const SOFTWARE = /swiftshader|llvmpipe|softpipe|software|basic render/i;
/** Pixels of a simple picture at most. */
const SIMPLE_PIXELS = 240_000;

let software: boolean | undefined;

/** Whether the browser draws without a graphics processor. */
export function isSoftware(): boolean {
  software ??= looksLikeSoftware();
  return software;
}

function looksLikeSoftware(): boolean {
  const gl = document.createElement('canvas').getContext('webgl2');
  if (gl === null) return false;
  const info = gl.getExtension('WEBGL_debug_renderer_info');
  const name = String(gl.getParameter(info === null ? gl.RENDERER : info.UNMASKED_RENDERER_WEBGL));
  gl.getExtension('WEBGL_lose_context')?.loseContext();
  return SOFTWARE.test(name);
}

/** What the reader chose; null where the machine decides. */
export function chosenPicture(): Picture | null {
  const chosen = stored(CHOSEN);
  return chosen === 'full' || chosen === 'simple' ? chosen : null;
}

/** What the reader chose, else what the machine can draw. */
export const usualPicture = (): Picture => chosenPicture() ?? (isSoftware() ? 'simple' : 'full');

export function choosePicture(picture: Picture): void {
  store(CHOSEN, picture);
}

/** Device pixels a CSS pixel that keep a simple picture small. */
export function simpleRatio(widthPx: number, heightPx: number): number {
  return Math.min(1, Math.sqrt(SIMPLE_PIXELS / (widthPx * heightPx)));
}
