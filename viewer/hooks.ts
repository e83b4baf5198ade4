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

/** Light or dark: what the reader chose before, else what the system prefers. */
export function useTheme(): readonly [boolean, (dark: boolean) => void] {
  const [dark, setDark] = useState(() => {
    const chosen = stored('looptwin.theme');
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
