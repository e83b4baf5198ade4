import { useEffect, useState } from 'preact/hooks';
import type { BehaviorSubject } from 'rxjs';

/** The value of a subject, taken at most every `everyMs` while it changes quickly (0 = each change). */
export function useSubject<T>(subject: BehaviorSubject<T>, everyMs = 0): T {
  const [value, setValue] = useState(subject.value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    let last = Number.NEGATIVE_INFINITY;
    const show = (): void => {
      timer = null;
      last = performance.now();
      setValue(subject.value);
    };
    const subscription = subject.subscribe(() => {
      const wait = everyMs - (performance.now() - last);
      if (wait <= 0) show();
      else timer ??= setTimeout(show, wait);
    });
    return () => {
      subscription.unsubscribe();
      if (timer !== null) clearTimeout(timer);
    };
  }, [subject, everyMs]);
  return value;
}

/** Whether the reader asked for less motion. */
export function prefersLessMotion(): boolean {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}
