import { useCallback, useEffect, useState } from 'preact/hooks';
import type { BehaviorSubject } from 'rxjs';
import { type Language, languageOf, languages, speak } from './language.ts';
import { knownLocale } from './locale.ts';
import { store, stored } from './memory.ts';

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

/** Light or dark: what the reader chose before, else what the system prefers; where the system forces its colours, as it says. */
export function useTheme(): readonly [boolean, (dark: boolean) => void] {
  const [dark, setDark] = useState(() => {
    const forced = matchMedia('(forced-colors: active)').matches;
    const chosen = forced ? null : stored('looptwin.theme');
    return chosen === null ? matchMedia('(prefers-color-scheme: dark)').matches : chosen === 'dark';
  });
  useEffect(() => {
    document.documentElement.dataset.theme = dark ? 'dark' : 'light';
  }, [dark]);
  const choose = useCallback((next: boolean) => {
    store('looptwin.theme', next ? 'dark' : 'light');
    setDark(next);
  }, []);
  return [dark, choose];
}

const SINGLE_KEYS = 'looptwin.single-keys';

/** Whether keys of a single character do anything (WCAG 2.1.4); a page and the next one remember it. */
export function useSingleKeys(): readonly [boolean, (on: boolean) => void] {
  const [single, setSingle] = useState(stored(SINGLE_KEYS) !== 'off');
  const choose = useCallback((on: boolean) => {
    store(SINGLE_KEYS, on ? 'on' : 'off');
    setSingle(on);
  }, []);
  return [single, choose];
}

/** Whether the page stands on paper. */
export function usePaper(): boolean {
  const [paper, setPaper] = useState(() => matchMedia('print').matches);
  useEffect(() => {
    const media = matchMedia('print');
    const change = (): void => setPaper(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return paper;
}

/** The language of the page: what the address or the reader chose, else that of the browser. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const [language, setLanguage] = useState(() => {
    const asked = new URLSearchParams(location.search).get('lang') ?? stored('looptwin.language');
    return languages.find((one) => one === asked) ?? languageOf(knownLocale(navigator.languages));
  });
  speak(language, navigator.languages);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    store('looptwin.language', next);
    setLanguage(next);
  }, []);
  return [language, choose];
}
