import bounds from './data/bounds.json' with { type: 'json' };

/** The raw catalogue as it stands in data/catalogue.json. */
export interface CatalogueData {
  readonly sources: Readonly<Record<string, string>>;
  readonly colours: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  readonly substances: Readonly<Record<string, unknown>>;
  readonly looks: Readonly<Record<string, unknown>>;
  readonly materials: Readonly<Record<string, { name: string; substance: string; look: string }>>;
}

type Bounds = readonly [low: number, high: number, unit: string];

/** What is physically possible for each number: lowest, highest, unit. JSON has no tuples: catalogue.test.ts reads each one. */
export const substanceBounds = bounds.substance as unknown as Readonly<Record<string, Bounds>>;
export const lookBounds = bounds.look as unknown as Readonly<Record<string, Bounds>>; // as above
const doubts: ReadonlySet<string> = new Set(['measured', 'table', 'derived', 'memory', 'estimate']);

function problemOfCell(cell: unknown, bounds: Bounds, data: CatalogueData): string | null {
  if (!Array.isArray(cell) || cell.length !== 4) return 'must be [value or range, unit, source, doubt]';
  const [value, unit, source, doubt] = cell as unknown[];
  const [low, high, expected] = bounds;
  const ends = Array.isArray(value) ? value : [value, value];
  if (ends.length !== 2 || ends.some((v) => typeof v !== 'number' || !Number.isFinite(v))) {
    return `must be a number or [low, high], got ${JSON.stringify(value)}`;
  }
  if (ends[0] > ends[1]) return `range must ascend, got [${ends[0]}, ${ends[1]}]`;
  if (ends[0] < low || ends[1] > high)
    return `must lie in ${low}..${high} ${expected}, got ${JSON.stringify(value)}`;
  if (unit !== expected) return `unit must be "${expected}", got ${JSON.stringify(unit)}`;
  if (typeof source !== 'string' || !(source in data.sources)) {
    return `source ${JSON.stringify(source)} is not in "sources"`;
  }
  if (typeof doubt !== 'string' || !doubts.has(doubt)) {
    return `doubt must be one of ${[...doubts].join(', ')}, got ${JSON.stringify(doubt)}`;
  }
  return null;
}

function problemsOfEntry(
  where: string,
  entry: unknown,
  bounds: Readonly<Record<string, Bounds>>,
  data: CatalogueData,
): string[] {
  const record = entry as Readonly<Record<string, unknown>>;
  const problems: string[] = [];
  for (const [field, limit] of Object.entries(bounds)) {
    if (!(field in record)) {
      problems.push(`${where}.${field} is missing: give [value, "${limit[2]}", source, doubt]`);
      continue;
    }
    const problem = problemOfCell(record[field], limit, data);
    if (problem) problems.push(`${where}.${field} ${problem}`);
  }
  return problems;
}

/** What is missing or impossible in a catalogue: one line a problem, empty when it can be used. */
export function problemsOfCatalogue(data: CatalogueData): string[] {
  const problems: string[] = [];
  for (const [id, entry] of Object.entries(data.substances)) {
    problems.push(...problemsOfEntry(`catalogue.json: substances.${id}`, entry, substanceBounds, data));
  }
  for (const [id, entry] of Object.entries(data.looks)) {
    problems.push(...problemsOfEntry(`catalogue.json: looks.${id}`, entry, lookBounds, data));
    for (const name of (entry as { colours?: readonly string[] }).colours ?? []) {
      if (!(name in data.colours))
        problems.push(`catalogue.json: looks.${id}.colours: "${name}" is not in "colours"`);
    }
  }
  for (const [id, entry] of Object.entries(data.materials)) {
    const where = `catalogue.json: materials.${id}`;
    if (!/^[a-z0-9-]+$/.test(id)) problems.push(`${where}: an id has only a-z, 0-9 and -`);
    if (!(entry.substance in data.substances))
      problems.push(`${where}.substance: "${entry.substance}" is not in "substances"`);
    if (!(entry.look in data.looks)) problems.push(`${where}.look: "${entry.look}" is not in "looks"`);
  }
  return problems;
}
