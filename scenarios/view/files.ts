import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, resolve, sep } from 'node:path';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.csv': 'text/csv; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
};

/**
 * The real path of `relative` inside `root`, or null when it does not exist, is no file, or leads out of
 * `root` (dots, absolute paths, symbolic links).
 */
export async function fileInside(root: string, relative: string): Promise<string | null> {
  if (relative.includes('\0')) return null;
  try {
    const base = await realpath(root);
    const asked = resolve(join(base, relative));
    if (!asked.startsWith(base + sep)) return null;
    const real = await realpath(asked);
    if (!real.startsWith(base + sep)) return null;
    return (await stat(real)).isFile() ? real : null;
  } catch {
    return null;
  }
}

interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** Parses `bytes=a-b`, `bytes=a-` or `bytes=-n`; null = whole file, 'unsatisfiable' = past the end (HTTP 416). */
export function byteRange(header: string | undefined, size: number): ByteRange | null | 'unsatisfiable' {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '');
  if (match === null || (match[1] === '' && match[2] === '')) return null;
  const start = match[1] === '' ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  if (match[1] === '') return start >= size ? 'unsatisfiable' : { start, end: size - 1 };
  const end = match[2] === '' ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start >= size || end < start ? 'unsatisfiable' : { start, end };
}

/** Sends one file, whole or the byte range asked for; a file that still grows is sent up to its size of now. */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const { size } = await stat(path);
  const range = byteRange(request.headers.range, size);
  response.setHeader('Content-Type', MIME[extname(path)] ?? 'application/octet-stream');
  response.setHeader('Accept-Ranges', 'bytes');
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${size}` }).end();
    return;
  }
  const part = range ?? { start: 0, end: size - 1 };
  if (range !== null) response.setHeader('Content-Range', `bytes ${part.start}-${part.end}/${size}`);
  response.setHeader('Content-Length', String(part.end - part.start + 1));
  response.writeHead(range === null ? 200 : 206);
  if (request.method === 'HEAD' || size === 0) {
    response.end();
    return;
  }
  const stream = createReadStream(path, part);
  stream.on('error', () => response.destroy());
  response.on('close', () => stream.destroy());
  stream.pipe(response);
}
