import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { RunInfo } from '../../../sim/record/run-info.ts';

/** A file that the page carries: the path that the viewer asks for, and its bytes as gzip in base64. */
export interface Carried {
  readonly path: string;
  readonly packed: string;
}

/** What a page takes along of a run. */
export interface Taken {
  /** What it says of the run: also what is wrong with its recording, and what hashes have the files that it carries. */
  readonly info: RunInfo;
  readonly files: readonly Carried[];
  /** Names of the recordings of further perceptions that it carries. */
  readonly further: readonly string[];
  /** What had to be left out, one sentence each. */
  readonly leftOut: readonly string[];
}

/** Packs the bytes of a file that the viewer will ask for. */
export function carry(path: string, bytes: Uint8Array | string): Carried {
  return { path, packed: gzipSync(bytes, { level: 9 }).toString('base64') };
}

/** Bytes that a carried file takes in the page. */
export const bytesOf = ({ path, packed }: Carried): number => packed.length + path.length + 48;

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);

/** A script as it may stand between tags; the few signs that would end it occur in texts alone, where they may be written so. */
const inTags = (script: string): string => script.replace(/<(?=\/script|!--)/gi, '\\x3c');

/** Policy of a page that runs its own script and styles, known by their hashes, and asks nobody for anything. */
const policyOf = (script: string, style: string): string =>
  `default-src 'none'; script-src ${hashOf(script)}; style-src ${hashOf(style)}; img-src data: blob:; ` +
  "connect-src 'none'; base-uri 'none'; form-action 'none'";

/** One HTML document that holds the built viewer of `bundleDir` and all that it will ask for. */
export function pageOf(bundleDir: string, title: string, files: readonly Carried[]): string {
  const read = (name: string): string => readFileSync(join(bundleDir, name), 'utf8');
  const script = inTags(read('main.js'));
  const style = read('main.css');
  const icon = Buffer.from(read('favicon.svg')).toString('base64');
  return [
    '<!doctype html>',
    '<html lang="en"><head><meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${policyOf(script, style)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark"><meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<link rel="icon" href="data:image/svg+xml;base64,${icon}">`,
    `<style>${style}</style></head><body>`,
    '<div id="app"><p class="loading">Opening the viewer ... <span lang="de">Die Ansicht wird ge&ouml;ffnet ...</span></p></div>',
    '<noscript><p class="loading">The viewer needs JavaScript. <span lang="de">Die Ansicht braucht JavaScript.</span></p></noscript>',
    ...files.map(
      ({ path, packed }) => `<script type="text/plain" data-path="${escaped(path)}">${packed}</script>`,
    ),
    `<script type="module">${script}</script></body></html>`,
  ].join('\n');
}
