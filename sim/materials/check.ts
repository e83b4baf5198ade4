/** The raw catalogue as it stands in data/catalogue.json. */
export interface CatalogueData {
  readonly sources: Readonly<Record<string, string>>;
  readonly colours: Readonly<Record<string, Readonly<Record<string, readonly [number, number]>>>>;
  readonly substances: Readonly<Record<string, unknown>>;
  readonly looks: Readonly<Record<string, unknown>>;
  readonly materials: Readonly<Record<string, { name: string; substance: string; look: string }>>;
}

type Bounds = readonly [low: number, high: number, unit: string];

/** What is physically possible for each number: lowest, highest, unit. */
export const substanceBounds: Readonly<Record<string, Bounds>> = {
  densityKgPerM3: [10, 23000, 'kg/m3'],
  conductivityWPerMK: [0.02, 430, 'W/m/K'],
  heatCapacityJPerKgK: [120, 4200, 'J/kg/K'],
  emissivity: [0.01, 0.99, '1'],
  lwAbsorptionPerMm: [0.5, 200000, '1/mm'],
  refractiveIndex: [1, 4, '1'],
  crystallinity: [0, 0.95, '1'],
  blendShare: [0, 0.9, '1'],
  talcPct: [0, 60, 'wt%'],
  coatingUm: [0, 200, 'um'],
  heatingValueMJPerKg: [0, 50, 'MJ/kg'],
};
export const lookBounds: Readonly<Record<string, Bounds>> = {
  lengthM: [0.005, 1, 'm'],
  widthM: [0.005, 1, 'm'],
  thicknessM: [0.000005, 0.2, 'm'],
  relativeDensity: [0.005, 1, '1'],
  roughnessUm: [0.005, 500, 'um'],
  scatterPerCm: [0.001, 1000, '1/cm'],
  scatterExponent: [0, 4, '1'],
  labelShare: [0, 1, '1'],
  labelCover: [0, 1, '1'],
  crumple: [0, 1, '1'],
  yellowingAtEndPerMm: [0, 100, '1/mm'],
  hazeAtEnd: [0, 1, '1'],
  cracksAtEndPerMm: [0, 20, '1/mm'],
};
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
