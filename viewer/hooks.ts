import { useCallback, useEffect, useState } from 'preact/hooks';
import { BehaviorSubject } from 'rxjs';
import { type Language, languageOf, languages, speak } from './language.ts';
import { knownLocale } from './locale.ts';
import { store, stored } from './memory.ts';
import { langOf } from './url.ts';

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

/** What the address or the reader chose, else the language of the browser. */
function firstLanguage(): Language {
  const kept = stored('looptwin.language');
  const asked = langOf(location.search) ?? languages.find((one) => one === kept);
  return asked ?? languageOf(knownLocale(navigator.languages));
}

let chosen: BehaviorSubject<Language> | null = null;

/** The one language of all parts of the page, made when the first of them asks. */
function chosenLanguage(): BehaviorSubject<Language> {
  chosen ??= new BehaviorSubject(firstLanguage());
  return chosen;
}

/** The language of the page, and a way to choose it; an address that names one then names the new one. */
export function useLanguage(): readonly [Language, (language: Language) => void] {
  const language = useSubject(chosenLanguage());
  speak(language, navigator.languages);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((next: Language) => {
    store('looptwin.language', next);
    if (langOf(location.search) !== null) {
      const query = new URLSearchParams(location.search);
      query.set('lang', next);
      history.replaceState(null, '', `?${query}`);
    }
    chosenLanguage().next(next);
  }, []);
  return [language, choose];
}
