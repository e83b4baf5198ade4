import type { NextUseSummary } from '../../sim/record/summary.ts';

/** A table of text: caption, head, rows. */
export type TextTable = readonly [caption: string, head: string[], rows: string[][]];

/** What a day tells of one perception. */
interface Row {
  readonly name: string;
  readonly nextUse?: NextUseSummary;
}

type Graded = Required<Row>;

const percent = (share: number) => (100 * share).toFixed(1);

function graded(rows: readonly Row[]): Graded[] {
  return rows.flatMap(({ name, nextUse }) => (nextUse === undefined ? [] : [{ name, nextUse }]));
}

/** Only grades and uses that come. */
function confusion({ name, nextUse }: Graded): TextTable[] {
  const { grades, believed, uses } = nextUse;
  const went = uses.filter(({ pieces }) => pieces > 0);
  const came = grades.flatMap((grade, g) =>
    uses.some(({ byGrade }) => (byGrade[g] ?? 0) > 0) ? [{ grade, g }] : [],
  );
  const named = grades.flatMap((grade, g) =>
    believed.some((row) => (row[g] ?? 0) > 0) ? [{ grade, g }] : [],
  );
  return [
    [
      `Confusion of grades (${name}): pieces by true grade and by what they were taken for at first sight`,
      ['true grade', ...named.map(({ grade }) => `seen as ${grade}`)],
      came.map(({ grade, g }) => [grade, ...named.map((one) => String(believed[g]?.[one.g] ?? 0))]),
    ],
    [
      `Where they went (${name}): pieces by true grade and next use`,
      ['true grade', ...went.map(({ use }) => `to ${use}`)],
      came.map(({ grade, g }) => [grade, ...went.map(({ byGrade }) => String(byGrade[g] ?? 0))]),
    ],
  ];
}

/** EUR by next use, purity of what is used again, and the carbon that it keeps; nothing where no output goes by next uses. */
export function nextUseTables(perceptions: readonly Row[], of?: string): TextTable[] {
  const rows = graded(perceptions);
  const [first] = rows;
  if (first === undefined) return [];
  const uses = first.nextUse.uses.map(({ use }) => use);
  const worth: TextTable = [
    'What each next use brought (EUR), purity of the reuse shelf, and kgCO2e of reuse and repair against recycling the same',
    ['perception', 'grade %', 'shelf purity %', ...uses, 'kgCO2e reused', 'if recycled', 'kept by reuse'],
    rows.map(({ name, nextUse }) => [
      name,
      percent(nextUse.gradeAccuracy),
      nextUse.shelfPurity > 0 ? percent(nextUse.shelfPurity) : '-',
      ...nextUse.uses.map(({ eur }) => eur.toFixed(2)),
      nextUse.reusedCo2eKg.toFixed(1),
      nextUse.ifRecycledCo2eKg.toFixed(1),
      (nextUse.ifRecycledCo2eKg - nextUse.reusedCo2eKg).toFixed(1),
    ]),
  ];
  return [worth, ...rows.filter(({ name }) => of === undefined || name === of).flatMap(confusion)];
}
