import { english } from './language.ts';

/** Paths that this page carries within itself, each in an element of its own. */
const carriedPath = 'script[type="text/plain"][data-path]';

const opened = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();

/** True for a page that carries its recording: nothing is asked of a server. */
export function carriesAll(): boolean {
  return typeof document !== 'undefined' && document.querySelector(carriedPath) !== null;
}

/** False for a file that this page does not carry although it carries others: it was left out. */
export function canHave(path: string): boolean {
  return !carriesAll() || elementOf(path) !== undefined;
}

const elementOf = (path: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLElement>(carriedPath)].find(({ dataset }) => dataset.path === path);

/** The bytes of a carried file, which stands in the page as gzip in base64. */
async function unpack(text: string): Promise<Uint8Array<ArrayBuffer>> {
  const packed = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

/** Files are unpacked once: a recording is asked for piece by piece. */
async function carried(path: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const element = elementOf(path);
  if (element === undefined) return null;
  const bytes = opened.get(path) ?? unpack(element.textContent ?? '');
  opened.set(path, bytes);
  return bytes;
}

/** The part of a file that a `Range` header of the form `bytes=a-b` asks for. */
function partOf(bytes: Uint8Array<ArrayBuffer>, range: string | undefined): Response {
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(range ?? '') ?? [];
  if (from === undefined || to === undefined) return new Response(bytes);
  if (Number(from) >= bytes.length) return new Response(null, { status: 416 });
  return new Response(bytes.subarray(Number(from), Number(to) + 1), { status: 206 });
}

/**
 * Asks for a path of the viewer as `fetch` does: of the page itself where it carries its files, else of the server behind
 * it. What a page does not carry is answered with 404 and an `error` in words.
 */
export async function ask(
  path: string,
  init: { readonly headers?: Readonly<Record<string, string>>; readonly signal?: AbortSignal } = {},
): Promise<Response> {
  if (!carriesAll()) return fetch(path, init);
  const bytes = await carried(path);
  if (bytes !== null) return partOf(bytes, init.headers?.Range);
  return new Response(JSON.stringify({ error: english('heard.small') }), { status: 404 });
}
