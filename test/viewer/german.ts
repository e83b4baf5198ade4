import type { Page } from 'playwright-core';
import phrases from '../../viewer/phrases.json' with { type: 'json' };

const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{2,}/gu) ?? [];

/** Words of a column of phrases.json: 0 = English, 1 = German. */
const vocabulary = (column: number): Set<string> =>
  new Set(
    Object.values(phrases.words).flatMap((texts) => wordsOf((texts[column] ?? '').replace(/\{\w+\}/g, ' '))),
  );

const german = vocabulary(1);
const onlyEnglish = new Set([...vocabulary(0)].filter((word) => !german.has(word)));

/** Words of a text that stand in English phrases and in no German one; `names` are those of the recording, which stay as they are. */
export function englishIn(text: string, names: readonly string[] = []): string[] {
  const longestFirst = [...names].sort((a, b) => b.length - a.length);
  const plain = longestFirst.reduce((rest, name) => rest.replaceAll(name, ' '), text);
  return wordsOf(plain).filter((word) => onlyEnglish.has(word));
}

/** All that a page shows or reads out, but for what it marks as English, and commands. */
function textsOn(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const parts = [...document.body.querySelectorAll('*')].filter(
      (part) => part.closest('[lang=en]:not(html), code, script, noscript') === null,
    );
    const attributes = ['title', 'alt', 'placeholder', 'aria-label', 'aria-valuetext'];
    return parts.flatMap((part) => [
      ...[...part.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.nodeValue ?? ''),
      ...attributes.map((name) => part.getAttribute(name) ?? ''),
    ]);
  });
}

/** Texts of a page in German that hold a word of an English phrase. */
export async function englishOn(page: Page, names: readonly string[]): Promise<string[]> {
  return (await textsOn(page)).filter((text) => englishIn(text, names).length > 0);
}
