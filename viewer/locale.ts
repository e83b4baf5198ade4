/**
 * The first of the wanted locales that `Intl` knows, else `en`. Browsers report what the system says: `en-US@posix` under
 * LANG=C.UTF-8, `C`, or nothing at all, and `Intl` throws at such names.
 */
export function knownLocale(wanted: readonly (string | undefined)[]): string {
  for (const name of wanted) {
    const plain = (name ?? '').replace(/[@.].*$/, '').replaceAll('_', '-');
    try {
      const [known] = Intl.NumberFormat.supportedLocalesOf(plain);
      if (known !== undefined) return known;
    } catch {
      // Not a language tag: the next one may be.
    }
  }
  return 'en';
}

/** Lets `navigator.language` be a locale that `Intl` knows: libraries ask there while they are loaded. */
export function guardLocale(browser: Navigator): void {
  const locale = knownLocale([browser.language, ...(browser.languages ?? [])]);
  if (locale !== browser.language)
    Object.defineProperty(browser, 'language', { value: locale, configurable: true });
}
