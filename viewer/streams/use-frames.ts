import { useEffect, useState } from 'preact/hooks';
import { type FramesAnswer, fetchFrames } from './frames.ts';

/** What was seen of an item at one look, once it is rendered, or why it cannot be. */
export interface Seen {
  readonly answer: FramesAnswer | null;
  readonly problem: string | null;
}

const nothingYet: Seen = { answer: null, problem: null };

/**
 * Asks for what was seen of an item at a look (null = the last) on the day of a perception (null = the main one), anew whenever
 * one of them changes; an answer to an earlier question is never shown.
 */
export function useFrames(itemId: number, look: number | null, perception: string | null): Seen {
  const question = `${itemId}/${look}/${perception}`;
  const [told, setTold] = useState({ question: '', ...nothingYet });
  useEffect(() => {
    const abort = new AbortController();
    fetchFrames(itemId, look, perception, abort.signal).then(
      (answer) => setTold({ question, answer, problem: null }),
      (error: Error) => {
        if (!abort.signal.aborted) setTold({ question, answer: null, problem: error.message });
      },
    );
    return () => abort.abort();
  }, [question]);
  return told.question === question ? told : nothingYet;
}
