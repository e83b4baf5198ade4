import { type DecodedPng, decode as decodePng } from 'fast-png';
import { decode as decodeJpeg } from 'jpeg-js';
import { InputError } from '../errors.ts';
import { readBytes } from '../read-file.ts';

/** A picture in 8-bit sRGB, [height, width, 3]. */
export interface Photo {
  readonly width: number;
  readonly height: number;
  readonly rgb: Uint8Array;
}

/** Files of these endings are taken for pictures. */
export const PICTURES = /\.(jpe?g|png)$/i;

const MEGAPIXELS = 100;
const MEMORY_MB = 2000;
const MOST_BYTES = 60e6;

/** Reads a JPEG or PNG file; throws InputError for what is neither. */
export function readPhoto(path: string, where: string): Photo {
  const cure = 'Give JPEG or PNG files, or take it out of the folder';
  const bytes = readBytes(path, { what: 'picture', where, cure, mostBytes: MOST_BYTES });
  try {
    // A JPEG begins with FF D8, whatever its name says.
    if (bytes[0] === 0xff && bytes[1] === 0xd8) return fromJpeg(bytes);
    return fromPng(decodePng(bytes));
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new InputError({ what: 'is no picture that can be read', got: said, where, cure });
  }
}

function fromJpeg(bytes: Uint8Array): Photo {
  const { width, height, data } = decodeJpeg(bytes, {
    ...{ useTArray: true, formatAsRGBA: false },
    ...{ maxResolutionInMP: MEGAPIXELS, maxMemoryUsageInMB: MEMORY_MB },
  });
  return { width, height, rgb: data };
}

/** Grey, colour and palette pictures of any depth; what is transparent lies on white. */
function fromPng({ width, height, data, channels, depth, palette }: DecodedPng): Photo {
  const rgb = new Uint8Array(3 * width * height);
  const top = depth === 16 ? 65_535 : 255;
  if (depth < 8 && !palette) throw new Error(`a PNG of ${depth} bits a value`);
  for (let p = 0; p < width * height; p++) {
    const entry = palette?.[data[p] ?? 0];
    const value = (channel: number) => ((data[p * channels + channel] ?? 0) * 255) / top;
    const alpha = channels % 2 === 0 && !entry ? value(channels - 1) / 255 : 1;
    for (let c = 0; c < 3; c++) {
      const own = entry ? (entry[c] ?? 0) : value(channels < 3 ? 0 : c);
      rgb[3 * p + c] = Math.round(255 + alpha * (own - 255));
    }
  }
  return { width, height, rgb };
}
