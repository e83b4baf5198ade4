import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Manifest } from '../../scenarios/studies/day/manifest.ts';

/** Replaces a file of a run folder and its hash in the manifest: what a forger does who knows how a run is checked. */
export function forge(folder: string, name: string, content: Uint8Array | string): void {
  writeFileSync(join(folder, name), content);
  const path = join(folder, 'manifest.json');
  const manifest = JSON.parse(readFileSync(path, 'utf8')) as Manifest;
  const facts = {
    sha256: createHash('sha256').update(content).digest('hex'),
    bytes: Buffer.byteLength(content),
  };
  const outputs = manifest.outputs.map((file) => (file.path === name ? { ...file, ...facts } : file));
  writeFileSync(path, `${JSON.stringify({ ...manifest, outputs }, null, 2)}\n`);
}

/** The same file with its last digit, or else its last byte, changed: it can still be read as what it was. */
export function oneOff(folder: string, name: string): Buffer {
  const bytes = readFileSync(join(folder, name));
  const digit = bytes.findLastIndex((byte) => byte >= 0x30 && byte < 0x39);
  const at = digit >= 0 ? digit : bytes.length - 1;
  bytes[at] = bytes[at]! + 1;
  return bytes;
}
