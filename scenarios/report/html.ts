import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { paletteStyle } from './colours.ts';
import type { Figure, LegendEntry } from './draw.ts';

const escapes: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Figures and units that belong on one line: `EUR -12.22`, `3.00 EUR`, `1.2 kgCO2e`. */
const amounts = /\bEUR (?=[-+]?\d)|(?<=\d) (?=(?:EUR|kgCO2e|kg)\b)/g;

const safe = (text: string) => text.replace(/[&<>"']/g, (c) => escapes[c] ?? c);

/** Text that is safe inside HTML, whatever a scenario file says; an amount and its unit stay on one line. */
export function escapeHtml(text: string): string {
  return safe(text).replace(amounts, (gap) => gap.replace(' ', '&nbsp;'));
}

/** A command as it is to be typed, to the letter; `kind` = the class of its own line. */
export const commandHtml = (command: string, kind?: 'command') =>
  `<code${kind === undefined ? '' : ` class="${kind}"`}>${safe(command)}</code>`;

/** What of a table is not usual. */
interface TableOptions {
  /** True: the reader can sort it by any column, with the mouse and by keyboard. */
  readonly sortable?: boolean;
  /** A sentence below the caption. */
  readonly note?: string;
}

/** A table in a frame that scrolls; the first cell of each row is its heading. */
export function tableHtml(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { sortable = false, note }: TableOptions = {},
): string {
  const th = head.map((h) => `<th scope="col">${escapeHtml(h)}</th>`).join('');
  const body = rows
    .map((row) => {
      const [first, ...rest] = row.map(escapeHtml);
      return `<tr><th scope="row">${first}</th>${rest.map(cellHtml).join('')}</tr>`;
    })
    .join('\n');
  const words = note === undefined ? '' : `<p class="story">${escapeHtml(note)}</p>`;
  return `<section class="wide"><h2>${escapeHtml(caption)}</h2>${words}<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(caption)}">
<table${sortable ? ' data-sortable' : ''}><thead><tr>${th}</tr></thead><tbody>${body}</tbody></table></div></section>`;
}

/** Letters of a cell beyond which it holds words, which take several lines, and beyond which these need more room. */
const WORDS = 40;
const MANY_WORDS = 120;

function cellHtml(escaped: string): string {
  const kind =
    escaped.length > MANY_WORDS ? ' class="words many"' : escaped.length > WORDS ? ' class="words"' : '';
  return `<td${kind}>${escaped}</td>`;
}

/** Text with its own line breaks, in a frame that scrolls by keyboard too. */
export function preHtml(label: string, text: string): string {
  return `<pre class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(label)}">${escapeHtml(text)}</pre>`;
}

/** A table; nothing where there are no rows. */
export function optionalTable(...given: Parameters<typeof tableHtml>): string {
  return given[2].length === 0 ? '' : tableHtml(...given);
}

/** A patch or a line of a legend: a drawing, so that high contrast leaves its colour alone. */
function keyHtml({ name, colour, dash }: LegendEntry): string {
  const mark =
    dash === undefined
      ? `<rect width="24" height="10" rx="2" fill="${colour}"/>`
      : `<path d="M0 5H24" stroke="${colour}" stroke-width="3"${dash ? ` stroke-dasharray="${dash}"` : ''}/>`;
  return `<span><svg class="key" viewBox="0 0 24 10" aria-hidden="true">${mark}</svg>${escapeHtml(name)}</span>`;
}

/** A picture with its words, its legend and the command that its figures come from. */
export function figureHtml({ title, caption, svg, legend = [], command }: Figure): string {
  const keys = legend.map(keyHtml).join('');
  const named = svg.replace(/^<svg /, `<svg role="img" aria-label="${escapeHtml(caption)}" `);
  const made = command === undefined ? '' : commandHtml(command, 'command');
  return `<figure><h2>${escapeHtml(title)}</h2><div class="plot" tabindex="0" role="group" aria-label="${escapeHtml(title)}">${named}</div>${keys ? `<div class="legend">${keys}</div>` : ''}
<figcaption>${escapeHtml(caption)}${made}</figcaption></figure>`;
}

/** Figures with what they are, as tiles. */
export function tilesHtml(facts: readonly (readonly [string, string])[]): string {
  return facts
    .map(([n, what]) => `<div class="tile"><b>${escapeHtml(n)}</b><span>${escapeHtml(what)}</span></div>`)
    .join('\n');
}

/** Facts by name, as a list of definitions. */
export function factsHtml(facts: readonly (readonly [string, string])[]): string {
  return `<dl>${facts.map(([k, v]) => `<dt>${escapeHtml(k)}</dt><dd>${escapeHtml(v)}</dd>`).join('')}</dl>`;
}

const fileBeside = (name: string) => readFileSync(new URL(`./${name}`, import.meta.url), 'utf8');

/** The empty page, with its style sheet: light and dark by the reader's setting, one column on a phone, plain on paper. */
const frame = fileBeside('page.html');

/** Sorts tables where the reader lets scripts run: it touches rows that are there, and asks nobody for anything. */
const sortScript = fileBeside('sort.html').trim();

/** The only script that a page may run, by its hash. */
function scriptSource(): string {
  const code = sortScript.slice('<script>'.length, -'</script>'.length);
  return `; script-src 'sha256-${createHash('sha256').update(code).digest('base64')}'`;
}

/** A page around its body: no network, everything inside, and no script but the one that sorts tables, where there are such. */
export function pageFrame(title: string, body: string): string {
  const sorts = body.includes('<table data-sortable>');
  const parts: Readonly<Record<string, string>> = {
    ...{ title: escapeHtml(title), body, palette: paletteStyle() },
    'script-source': sorts ? scriptSource() : '',
    script: sorts ? sortScript : '',
  };
  return frame.replace(/\{\{(title|body|palette|script-source|script)\}\}/g, (_, part) => parts[part] ?? '');
}
