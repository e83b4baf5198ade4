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

type Values = Readonly<Record<string, string | number>>;

function fill(phrase: Phrase, language: Language, values: Values): string {
  const text = words[phrase][languages.indexOf(language)] ?? '';
  return text.replace(/\{(\w+)\}/g, (place, name: string) => String(values[name] ?? place));
}

/** A text in the language of the page, with values in the places of their names. */
export function say(phrase: Phrase, values: Values = {}): string {
  return fill(phrase, speaking.language, values);
}

/**
 * A text in English, for what is kept or handed on before it is shown: by a thread that does not know the language of the page, which
 * may change meanwhile. `retold` says it in that language when it is shown.
 */
export function english(phrase: Phrase, values: Values = {}): string {
  return fill(phrase, 'en', values);
}

/** Whether there is a text of that name: what comes from a recording may have none. */
export function isPhrase(name: string): name is Phrase {
  return Object.hasOwn(words, name);
}

/** The word for a name that comes from a recording, by the phrase that is made of it; the name itself where there is none. */
export function wordOf(phrase: string, name: string): string {
  return isPhrase(phrase) ? say(phrase) : name;
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
