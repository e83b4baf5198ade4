import { describe, expect, it } from 'vitest';
import { leastOf, mostOf } from '../../../scenarios/report/extremes.ts';
import { timeAxisOf } from '../../../scenarios/report/time-axis.ts';
import { batteryFigure, massFigure } from '../../../scenarios/studies/day/day-figures.ts';
import type { ReportData } from '../../../scenarios/studies/day/read.ts';

const DAY_S = 86_400;

/** What figures read of a run: so many days, a robot that told of its charge every half minute, an item each minute. */
function run(days: number): ReportData {
  const durationS = days * DAY_S;
  const tables = {
    robots: Array.from({ length: durationS / 30 }, (_, i) => ({
      ...{ subject: 'robot:r1', timeS: 30 * i, soc: 0.5 + 0.4 * Math.sin((2 * Math.PI * i) / 2880) },
    })),
    items: Array.from({ length: durationS / 60 }, (_, i) => ({ itemId: i, materialId: 'a', massKg: 0.01 })),
    binned: Array.from({ length: durationS / 60 }, (_, i) => ({
      ...{ itemId: i, bin: 'fibre', timeS: 60 * i, correct: true },
    })),
  };
  const document = { startHour: 7, durationS };
  const manifest = { scenario: { values: { outputs: [{ id: 'fibre', use: 'recycle' }] } } };
  const table = (name: keyof typeof tables) => tables[name];
  // Figures read these fields alone.
  return { document, manifest, table } as unknown as ReportData;
}

describe('figures over time', () => {
  it('a day is drawn by its hours, a longer run by days', () => {
    const [day, quarter] = [timeAxisOf(run(1).document), timeAxisOf(run(3).document)];
    expect([day.label, day.at(3600), day.over]).toEqual(['solar time, h', 8, 'the day']);
    expect([quarter.label, quarter.at(DAY_S), quarter.over]).toEqual(['days since the start', 1, 'the run']);
    expect(day.binOf(600) - day.binOf(0)).toBe(2);
  });

  it('of a quarter they hold as many points as a page can show, in kilobytes, and the lowest charge of all', () => {
    const data = run(90);
    const battery = batteryFigure(data)!;
    expect(battery.title).toBe('Battery over the run');
    expect(battery.caption).toBe('Lowest charge: r1 10 %.');
    expect(battery.svg.length).toBeLessThan(60_000);
    expect(massFigure(data)!.svg.length).toBeLessThan(60_000);
  });
});

it('the least and the most of more values than a call may have arguments', () => {
  const many = new Float64Array(500_000).fill(3);
  many[7] = -2;
  many[499_999] = 9;
  expect([leastOf(many), mostOf(many)]).toEqual([-2, 9]);
  expect([leastOf([]), mostOf([])]).toEqual([Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]);
});
