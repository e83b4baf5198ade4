import { knownLocale } from './locale.ts';
import phrases from './phrases.json' with { type: 'json' };

const { words } = phrases;

/** A text of the page, by its name in phrases.json. */
export type Phrase = keyof typeof words;

export const languages = ['en', 'de'] as const;
export type Language = (typeof languages)[number];

/** The language of the page and the locale of its numbers, chosen once when it starts and by the reader. */
const speaking: { language: Language; locale: string } = { language: 'en', locale: 'en' };
const formats = new Map<string, Intl.NumberFormat>();

/** The language of the page in which a reader of that locale reads. */
export function languageOf(locale: string): Language {
  return languages.find((language) => locale.split('-')[0] === language) ?? 'en';
}

/** Lets the page speak a language; its numbers follow the reader's locale where that is of the same language. */
export function speak(language: Language, wanted: readonly string[]): void {
  const locale = knownLocale(wanted);
  const spoken = languageOf(locale) === language;
  speaking.language = language;
  speaking.locale = spoken ? locale : language;
  formats.clear();
}

/** A text in the language of the page, with values in the places of their names. */
export function say(phrase: Phrase, values: Readonly<Record<string, string | number>> = {}): string {
  const text = words[phrase][languages.indexOf(speaking.language)] ?? '';
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** Whether there is a text of that name: what comes from a recording may have none. */
export function isPhrase(name: string): name is Phrase {
  return Object.hasOwn(words, name);
}

/** A number with so many decimals, as the reader writes it; in the digits of the clock, whatever the locale. */
export function decimal(value: number, digits: number): string {
  const key = `${digits}`;
  let format = formats.get(key);
  if (format === undefined) {
    format = new Intl.NumberFormat(speaking.locale, {
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
      numberingSystem: 'latn',
      useGrouping: 'min2',
      signDisplay: 'negative',
    } as Intl.NumberFormatOptions);
    formats.set(key, format);
  }
  return format.format(value);
}
