import type { MessagePort } from 'node:worker_threads';
import { InputError, type InputProblem, ShortageError } from '../errors.ts';

/** What a thread answers. Errors in words come as words: on their way between threads they would lose their class. */
export type Reply<Answer> =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'input' | 'shortage'; readonly problems: readonly InputProblem[] };

/** How engines say that they got no memory: V8 for arrays, WebAssembly, Emscripten. */
const noMemory = /out of memory|\bOOM\b|could not allocate|allocation failed|cannot enlarge memory/i;

const memoryProblem: InputProblem = {
  what: 'out of memory',
  cure: 'Allow more memory (NODE_OPTIONS=--max-old-space-size=4096, ulimit -v unlimited), use fewer threads (--workers 1), or simulate a shorter day. Finished work is kept',
};

/** The error in words if memory is what was missing; undefined for any other error. */
export function memoryShortage(error: unknown): ShortageError | undefined {
  const { message = '', code } = error as NodeJS.ErrnoException;
  if (error instanceof InputError || error instanceof ShortageError) return undefined;
  const short = code === 'ERR_WORKER_OUT_OF_MEMORY' || noMemory.test(message);
  return short ? new ShortageError(memoryProblem) : undefined;
}

/** Does the work of a thread and closes the port that it reports on. */
export async function reply<Answer>(port: MessagePort, work: () => Promise<Answer>): Promise<Reply<Answer>> {
  try {
    return { kind: 'answer', answer: await work() };
  } catch (error) {
    if (error instanceof InputError) return { kind: 'input', problems: error.problems };
    const shortage = error instanceof ShortageError ? error : memoryShortage(error);
    if (shortage) return { kind: 'shortage', problems: [shortage.problem] };
    throw error;
  } finally {
    port.close();
  }
}

/** The answer in a reply; throws the error that it carries. */
export function answerOf<Answer>(reply: Reply<Answer>): Answer {
  if (reply.kind === 'answer') return reply.answer;
  const [first] = reply.problems;
  throw reply.kind === 'shortage' && first ? new ShortageError(first) : new InputError(reply.problems);
}
