import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { JsonValue } from '../../sim/record/json.ts';
import { fileInside, sendFile } from './files.ts';

/** What the server shows: the built viewer, one run folder, and answers that need the simulator's sensors. */
export interface ViewContent {
  readonly bundleDir: string;
  readonly runDir: string;
  /** GET /api/run: what the run folder holds now. */
  describe(): Promise<JsonValue>;
  /**
   * GET /api/frames/<itemId>[/<look or last>[/<perception>]]: what was seen of an item at the last look at it, or at that number of its
   * looks, on the main day or that of a perception; throws Error in words when it cannot.
   */
  frames(itemId: number, look: number | null, perception: string | null): Promise<JsonValue>;
  /** Everything below /days/<name>/: a day that is kept inside the folder, as a page of its own; null where there is none. */
  day(name: string): ViewContent | null;
}

/** No inline scripts, no other origin, no framing: texts of a recording cannot run and cannot call out. */
const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; " +
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

/** Ports tried after the one asked for, before giving up. */
const PORTS_TRIED = 50;

function sendJson(response: ServerResponse, status: number, value: JsonValue): void {
  response.writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(value));
}

async function route(
  content: ViewContent,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const below = /^\/days\/([\w-]{1,200})(\/.*)$/.exec(path);
  if (below !== null) {
    const day = content.day(below[1] ?? '');
    if (day === null) return sendJson(response, 404, { error: `nothing at ${path}` });
    return route(day, below[2] ?? '/', request, response);
  }
  const frames = /^\/api\/frames\/(\d{1,9})(?:\/(\d{1,4}|last)(?:\/([^/]{1,200}))?)?$/.exec(path);
  if (path === '/api/run') return sendJson(response, 200, await content.describe());
  if (frames !== null) {
    const look = frames[2] === undefined || frames[2] === 'last' ? null : Number(frames[2]);
    return sendJson(response, 200, await content.frames(Number(frames[1]), look, frames[3] ?? null));
  }
  const inRun = path.startsWith('/run/');
  const root = inRun ? content.runDir : content.bundleDir;
  const file = await fileInside(root, inRun ? path.slice(5) : path === '/' ? 'index.html' : path.slice(1));
  if (file === null) return sendJson(response, 404, { error: `nothing at ${path}` });
  return sendFile(request, response, file);
}

/** Answers only to its own address: a foreign page that points its DNS name at 127.0.0.1 is refused. */
function isOwnHost(host: string | undefined): boolean {
  return /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host ?? '');
}

async function answer(content: ViewContent, request: IncomingMessage, response: ServerResponse) {
  for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  try {
    if ((request.headersDistinct.host ?? []).length > 1)
      return sendJson(response, 400, { error: 'more than one Host header' });
    if (!isOwnHost(request.headers.host)) return sendJson(response, 403, { error: 'foreign host name' });
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return sendJson(response, 405, { error: 'this server only reads: GET or HEAD' });
    const [raw = '/'] = (request.url ?? '/').split('?');
    await route(content, decodeURIComponent(raw), request, response);
  } catch (error) {
    const bad = error instanceof URIError;
    if (!response.headersSent)
      sendJson(response, bad ? 400 : 422, { error: bad ? 'malformed address' : (error as Error).message });
    else response.destroy();
  }
}

function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.removeListener('listening', onListening);
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false);
      else reject(error);
    };
    const onListening = (): void => {
      server.removeListener('error', onError);
      resolve(true);
    };
    server.once('error', onError).once('listening', onListening).listen(port, '127.0.0.1');
  });
}

/**
 * Serves `content` on 127.0.0.1, on `port` or the next free one (`log` says when it moves on); port 0 = any.
 * Throws when none of the next 50 ports is free.
 */
export async function serveView(
  content: ViewContent,
  port: number,
  log: (line: string) => void,
): Promise<{ server: Server; port: number }> {
  const server = createServer((request, response) => void answer(content, request, response));
  for (let tried = port; tried < port + PORTS_TRIED; tried++) {
    if (await listen(server, tried)) {
      const address = server.address();
      return { server, port: typeof address === 'object' && address !== null ? address.port : tried };
    }
    log(`port ${tried} is busy, trying ${tried + 1}`);
  }
  throw new Error(
    `view: ports ${port} to ${port + PORTS_TRIED - 1} are all busy: close another viewer or pass --port`,
  );
}
