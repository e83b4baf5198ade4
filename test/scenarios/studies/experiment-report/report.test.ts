import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { experimentSchemaName } from '../../../../scenarios/record/experiment-schema.ts';
import { experimentMarkdown } from '../../../../scenarios/studies/experiment-report/markdown.ts';
import { isExperimentFolder, readExperiment } from '../../../../scenarios/studies/experiment-report/read.ts';
import { experimentHtml } from '../../../../scenarios/studies/experiment-report/report.ts';
import { efficient } from '../../../../scenarios/studies/experiment-report/trade-figures.ts';
import { dayCommand, daysOf, decades } from '../../../../scenarios/studies/experiment-report/values.ts';
import { must } from '../../../../sim/record/must.ts';
import { planned, seeing } from './made.ts';

/** What the page says: the one script that it may have left out. */
const said = (html: string) => html.slice(0, html.indexOf('</main>'));
const titles = (html: string) => [...html.matchAll(/<figure><h2>([^<]*)/g)].map(([, title]) => title);
const commands = (html: string) =>
  [...html.matchAll(/<code class="command">([^<]*)/g)].map(([, code]) => code);

describe('the page of an experiment', () => {
  const document = seeing(8);
  const html = experimentHtml(document);

  it('has question and answer first, then differences, days, trade-offs, causes and convergence', () => {
    expect(html.indexOf('Which?')).toBeLessThan(html.indexOf(document.answer.slice(0, 40)));
    expect(html.indexOf('class="finding"')).toBeLessThan(html.indexOf('<figure>'));
    expect(titles(html)).toEqual([
      'Differences on the same days',
      'Every day of every way to play',
      'Euros, carbon and joules',
      'Regret: what was lost against the bound',
      'How the intervals narrow with the days',
    ]);
    expect(said(html)).not.toMatch(/NaN|undefined|Infinity/);
  });

  it('gives every figure a sentence and a command', () => {
    const own = commands(html);
    expect(own).toHaveLength(titles(html).length);
    for (const command of own) expect(command).toMatch(/^npx looptwin (experiment|run) \.\/made\.yaml/);
    for (const [, caption] of html.matchAll(/<figcaption>([^<]*)/g)) expect(caption).toMatch(/[.:]$/);
  });

  it('lists what failed with the command that repeats it, and leaves its day out', () => {
    expect(html).toContain('1 of 8 cells failed');
    expect(html).toContain('made, day 1, seed 7: it broke<br><code>npx looptwin run made</code>');
    expect(daysOf(document, must(document.points[0], 'point')).map(({ replication }) => replication)).toEqual(
      [0, 2, 3, 4, 5, 6, 7],
    );
  });

  it('says whether it pays, with the arms in which no robot works before the others', () => {
    const { arms, answer } = document.pays;
    const names = ['no-robot', 'manual-picker', 'labels-only', 'distilled', 'teacher', 'perfect'];
    expect(arms.map(({ name }) => name)).toEqual(names);
    for (const { name, valueEur, gainEur } of arms) {
      expect(gainEur.mean).toBeCloseTo(valueEur.mean + 2, 9);
      expect(html).toContain(`<td>${name}</td>`);
    }
    expect(answer).toContain('teacher earns EUR');
  });

  it('what was compared is in the document day by day', () => {
    for (const { byDay, estimates } of document.differences) {
      expect(byDay).toHaveLength(7);
      expect(byDay.reduce((a, b) => a + b, 0) / 7).toBeCloseTo(estimates.valueEur.mean, 9);
    }
  });

  it('is drawn again from the folder to the letter, and says what a damaged document lacks, and that one is of another version', () => {
    const folder = mkdtempSync(join(tmpdir(), 'looptwin-document-'));
    try {
      const path = join(folder, 'experiment.json');
      const manifest = (schema: string) =>
        writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ schema, command: 'looptwin again' }));
      manifest(experimentSchemaName);
      writeFileSync(path, JSON.stringify(document));
      expect(experimentHtml(readExperiment(folder))).toBe(html);
      const { rows: _, ...without } = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...without, quantity: 'luck' }));
      expect(() => readExperiment(folder)).toThrow(/rows[\s\S]*/);
      expect(() => readExperiment(folder)).toThrow(/quantity/);
      manifest('looptwin.experiment/1');
      expect(isExperimentFolder(folder)).toBe(true);
      expect(() => readExperiment(folder)).toThrow(
        /another version of looptwin; this one reads looptwin\.experiment\/5, got "looptwin\.experiment\/1"\. .*play it again: looptwin again/,
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('the page of a plan', () => {
  const document = planned(4);
  const html = experimentHtml(document);

  it('also shows what each factor changes, and which two make up for each other', () => {
    expect(titles(html).slice(0, 4)).toEqual([
      'Effects of the factors, on the same days',
      'Every day of every way to play',
      'What each factor changes',
      'The strongest interaction: battery and panel',
    ]);
    expect(html).toContain('panel moves it most');
  });

  it('the command of a day holds every setting of its point', () => {
    const [point] = document.points;
    const day = must(daysOf(document, must(point, 'point'))[3], 'day');
    expect(dayCommand(document, day)).toBe(
      "looptwin run ./made.yaml --seed 7 --replication 3 --set 'robots[0].batteryWh=15' --set 'robots[0].panelW=6'",
    );
  });

  it('one day, one point: nothing is drawn that is not there', () => {
    const one = experimentHtml(planned(1));
    expect(said(one)).not.toMatch(/NaN|undefined|Infinity/);
    expect(titles(one)).not.toContain('How the intervals narrow with the days');
  });

  it('hostile words stay words', () => {
    const title = '</title><script>alert(1)</script>{{script}}';
    const page = experimentHtml(planned(2, { title, question: title, command: title }));
    expect(page.match(/<script/g)).toHaveLength(1);
    expect(page).not.toContain('alert(1)</script>');
  });
});

describe('the text for a pull request', () => {
  it('has the answer, both tables, what failed and the command', () => {
    const text = experimentMarkdown(seeing(8));
    expect(text).toMatch(/^## Made by hand\n\nWhich\?\n\n\*\*Over 7 runs/);
    expect(text).toContain('| difference | EUR a run | 95 % interval | settled |');
    expect(text).toContain('| teacher - labels-only |');
    expect(text).toContain(
      '### 1 of 8 cells failed\n\nmade, day 1: it broke\n\n```sh\nnpx looptwin run made\n```',
    );
    expect(text).toMatch(/To repeat:\n\n```sh\nnpx looptwin experiment \.\/made\.yaml\n```\n$/);
  });

  it('keeps words of a file from becoming markup, a mention or a new row', () => {
    const text = experimentMarkdown(
      planned(2, { title: 'a | b\n# c <img src=x> @all [x](y)', command: 'looptwin ```\nrm' }),
    );
    expect(text.split('\n')[0]).toBe('## a \\| b \\# c \\<img src=x\\> \\@all \\[x\\](y)');
    expect(text).toContain('````sh\n');
  });
});

it('no other way is better in all three: euros, carbon and joules', () => {
  const document = planned(4);
  const names = efficient(document.points).map(({ name }) => name);
  expect(names).toContain('battery=60, panel=24');
  expect(names).toContain('battery=15, panel=24');
  expect(names).not.toContain('battery=60, panel=6');
});

it('ticks of a logarithmic axis are 1, 2 and 5 of each decade', () => {
  expect(decades(2, 60)).toEqual([2, 5, 10, 20, 50]);
});
