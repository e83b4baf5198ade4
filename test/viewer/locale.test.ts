import { describe, expect, it } from 'vitest';
import { guardLocale, knownLocale } from '../../viewer/locale.ts';

describe('the locale of the reader', () => {
  it.each([
    [['en-US@posix'], 'en-US'],
    [['C', 'de-DE'], 'de-DE'],
    [['C.UTF-8'], 'en'],
    [['de_AT.UTF-8'], 'de-AT'],
    [['ar'], 'ar'],
    [['', undefined, 'not a locale!'], 'en'],
    [[], 'en'],
  ])('of %j is %s', (wanted, locale) => {
    expect(knownLocale(wanted)).toBe(locale);
    expect(() => new Intl.NumberFormat(locale)).not.toThrow();
  });

  it('mends what a browser says only where it is wrong', () => {
    const browser = (language: string) => ({ language, languages: [language] }) as unknown as Navigator;
    const posix = browser('en-US@posix');
    guardLocale(posix);
    expect(posix.language).toBe('en-US');
    const german = browser('de-DE');
    guardLocale(german);
    expect(german.language).toBe('de-DE');
  });
});
