import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from '../../scenarios/bin/bundle.mjs';

const page = readFileSync(join(root, 'docs/decisions.md'), 'utf8');
const answerOf = (question: string): string =>
  JSON.parse(readFileSync(join(root, `scenarios/results/${question}.json`), 'utf8')).answer;

/** The rows of the table that begins with a head, cell by cell. */
function tableAfter(head: string): string[][] {
  const lines = page.slice(page.indexOf(head)).split('\n\n')[0]!.split('\n').slice(2);
  return lines.map((line) =>
    line
      .split('|')
      .map((cell) => cell.trim())
      .slice(1, -1),
  );
}

/** A table of numbers at either end of their ranges must be the kept answer, the one that moves it most first; answers with its rows and how far each goes. */
function checkedEnds(answer: string, head: string) {
  const eur = (arm: string) => new RegExp(`${arm} against typical ([+-][\\d.]+) EUR`).exec(answer)?.[1];
  const rows = tableAfter(head);
  expect(rows.length).toBe([...answer.matchAll(/-lo against typical/g)].length);
  for (const [name, lowest, highest] of rows)
    expect([name, lowest, highest]).toEqual([name, eur(`${name}-lo`), eur(`${name}-hi`)]);
  const most = rows.map(([, ...both]) => Math.max(...both.map((one) => Math.abs(Number(one)))));
  expect(most).toEqual([...most].sort((a, b) => b - a));
  return rows;
}

test('what the old numbers did is what the kept answer says, arm by arm', () => {
  const answer = answerOf('old-numbers');
  const told = [...answer.matchAll(/against now ([+-][\d.]+) EUR/g)].map(([, eur]) => eur);
  expect(tableAfter('| set back | EUR a day |').map(([, eur]) => eur)).toEqual(told);
  expect(page).toContain(`EUR ${/now (-?[\d.]+) EUR/.exec(answer)![1]} a day; kept in`);
});

test('which numbers matter is what the kept answer says, the one that matters most first', () => {
  const answer = answerOf('plausible-numbers');
  checkedEnds(answer, '| number | lowest | highest |');
  expect(page).toContain(
    `robots that know the truth, EUR ${/typical (-?[\d.]+) EUR/.exec(answer)![1]} a day;`,
  );
});

test('what the old numbers did to the headline is what the kept answer says, arm by arm', () => {
  const answer = answerOf('old-headline');
  const told = [...answer.matchAll(/against now ([+-][\d.]+) EUR/g)].map(([, eur]) => eur);
  expect(tableAfter('| set back, seen by a student').map(([, eur]) => eur)).toEqual(told);
  expect(page).toContain(`a camera, EUR ${/now (-?[\d.]+) EUR/.exec(answer)![1]} a day`);
});

test('which numbers move the headline is what the kept answer says, the one that moves it most first', () => {
  const answer = answerOf('headline-numbers');
  const rows = checkedEnds(answer, '| number or term | lowest | highest |');
  const typical = Number(/typical (-?\d+) EUR/.exec(answer)![1]);
  expect(page).toContain(`worth EUR ${typical} more than they cost`);
  const limit = 0.02 * typical;
  const endsOf = (name: string) =>
    ['lo', 'hi'].map((end) => {
      const [, lo, hi] = new RegExp(
        `${name}-${end} against typical [^(]*\\(95 % interval (-?\\d+) to (-?\\d+)`,
      ).exec(answer)!;
      return [Number(lo), Number(hi)] as const;
    });
  const names = rows.map(([name]) => name!);
  const rest = names.filter((name) => !endsOf(name).some(([lo, hi]) => lo > limit || hi < -limit));
  const isLess = (name: string) => endsOf(name).every(([lo, hi]) => lo >= -limit && hi <= limit);
  const listed = (some: readonly string[]) => some.map((name) => `\`${name}\``).join(', ');
  const [less, open] = [rest.filter(isLess), rest.filter((name) => !isLess(name))];
  expect(page).toContain(`Less for sure: ${listed(less)}. Not settled by ten days: ${listed(open)}.`);
});

test('what soil and water cost is what the kept rules say', () => {
  const kept = JSON.parse(readFileSync(join(root, 'scenarios/results/soil-and-water.json'), 'utf8'));
  const minus = (x: string) => (x.startsWith('-') ? x.slice(1) : `-${x}`);
  const lost = ({ figure }: { figure: string }) => {
    const found = /([+-][\d.]+) (?:points|EUR).*interval (-?[\d.]+) to (-?[\d.]+)\)/.exec(figure)!;
    return `${minus(found[1]!)} (${minus(found[3]!)} to ${minus(found[2]!)})`;
  };
  const told = kept.rules.filter(({ says }: { says: string }) =>
    /soil costs|costs the (teacher|camera money)/.test(says),
  );
  expect(told.length).toBe(7);
  for (const rule of told) expect(page, rule.says).toContain(lost(rule));
});

test('which numbers move the returns centre is what the kept answer says, the one that moves it most first', () => {
  const answer = answerOf('refurbish-numbers');
  checkedEnds(answer, '| number of the returns centre | lowest | highest |');
  expect(page).toContain(`the truth, EUR ${/typical (-?[\d.]+) EUR/.exec(answer)![1]} a shift`);
});

test('which numbers of upkeep and of sensors matter is what the kept answers say, the one that matters most first', () => {
  const upkeep = answerOf('upkeep-numbers');
  checkedEnds(upkeep, '| number over a quarter | lowest | highest |');
  expect(page).toContain(`EUR ${/typical (-?[\d.]+) EUR/.exec(upkeep)![1]} a quarter; ranges`);
  const asking = answerOf('asking-numbers');
  checkedEnds(asking, '| number of a sensor | lowest | highest |');
  const [, typical, lo, hi] = /typical (-?\d+) EUR[^(]*\(95 % interval (-?\d+) to (-?\d+)\)/.exec(asking)!;
  expect(page).toContain(
    `EUR ${typical} more than it costs over five years on these ten days, ${lo} to ${hi};`,
  );
});
