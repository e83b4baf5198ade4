import { useEffect, useState } from 'preact/hooks';
import { type FramesAnswer, fetchFrames } from './frames.ts';

/** What was seen of an item at one look, once it is rendered, or why it cannot be. */
export interface Seen {
  readonly answer: FramesAnswer | null;
  readonly problem: string | null;
}

const nothingYet: Seen = { answer: null, problem: null };

/** Asks for what was seen of an item at a look (null = the last) on the day of a perception (null = the main one), anew whenever one of them changes. */
export function useFrames(itemId: number, look: number | null, perception: string | null): Seen {
  const [seen, setSeen] = useState(nothingYet);
  useEffect(() => {
    const abort = new AbortController();
    setSeen(nothingYet);
    fetchFrames(itemId, look, perception, abort.signal).then(
      (answer) => setSeen({ answer, problem: null }),
      (error: Error) => {
        if (!abort.signal.aborted) setSeen({ answer: null, problem: error.message });
      },
    );
    return () => abort.abort();
  }, [itemId, look, perception]);
  return seen;
}
