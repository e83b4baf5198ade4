import type { Page } from 'playwright-core';
import type { JsonValue } from '../../sim/record/json.ts';

const tag = '<img src=x onerror="window.hacked=1"><svg onload="window.hacked=1">';

/** One text with all that has ever been taken for something else: formula, HTML, script, address, attribute, bidi, control codes. */
export const hostileText = [
  '=HYPERLINK("http://x.example";"y")',
  tag,
  '</script><script>window.hacked=1</script></title></style>',
  'javascript:window.hacked=1',
  `"' onmouseover='window.hacked=1' x="`,
  '\u202e\u2066\u200f\u061cabc',
  'two\nlines\r\nthree\ttab',
  '\u001b[31mred\u001b]0;owned\u0007\u0090\u009b2J',
  'x'.repeat(10_000),
].join(' ');

/** What a folder or a file can be called. */
export const hostileFile = '=1+1 <img src=x onerror="window.hacked=1"> \u202e\u001b[31m';

/** A scenario file: JSON is YAML, and what a terminal or an editor would act on is escaped. */
export function asFile(value: JsonValue): string {
  return JSON.stringify(value).replace(
    /[\u007f-\uffff]/g,
    (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Every string of a document that is a name, or ends in one behind a colon, under its new name. */
export function renamed(value: JsonValue, names: Readonly<Record<string, string>>): JsonValue {
  if (typeof value === 'string') {
    const at = value.lastIndexOf(':') + 1;
    const name = names[value.slice(at)];
    return name === undefined ? value : value.slice(0, at) + name;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item: JsonValue) => renamed(item, names));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, renamed(item as JsonValue, names)]),
  );
}

/** What a page ran or built although it was only told to show it; empty in a sound page. */
export function intruders(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const led = /^\s*(javascript|data:text|vbscript)/i;
    const found = [...document.querySelectorAll('*')].filter(
      (element) =>
        element.matches('iframe, object, embed, base, form, meta[http-equiv=refresh], img[src="x"]') ||
        (element instanceof HTMLScriptElement && !element.src.startsWith(location.origin)) ||
        element.getAttributeNames().some((name) => name.startsWith('on')) ||
        ['href', 'src', 'action', 'xlink:href'].some((name) => led.test(element.getAttribute(name) ?? '')),
    );
    return [
      ...found.map((element) => element.outerHTML.slice(0, 200)),
      ...('hacked' in window ? ['ran'] : []),
    ];
  });
}

/** Text as a browser keeps it: it turns CR LF into LF. */
export const inBrowser = (text: string): string => text.replaceAll('\r\n', '\n');
