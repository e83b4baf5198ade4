import { parse as parseYaml } from 'yaml';
import { InputError, type Problem } from '../errors.ts';
import { overlay, type Path, readPath, valueAt, withValueAt } from './path.ts';
import { placeOf, problemsFrom } from './problems.ts';
import { type Scenario, scenarioSchema, worldProblems } from './scenario.ts';
import { findScenario, readChain, type Source } from './source.ts';

/** One `--set path=value`. */
interface Setting {
  readonly path: Path;
  readonly value: unknown;
}

function readSetting(text: string): Setting {
  const equals = text.indexOf('=');
  if (equals < 1) {
    throw new InputError({
      what: 'needs the form path=value',
      got: text,
      where: '--set',
      cure: 'Write it like robots[0].batteryWh=20',
    });
  }
  const path = readPath(text.slice(0, equals));
  return { path, value: parseYaml(text.slice(equals + 1)) as unknown };
}

/** An index beyond the end of a list would leave a hole: said here, because the schema would only say "missing". */
function checkIndices(settings: readonly Setting[], value: unknown): void {
  for (const { path } of settings)
    path.forEach((step, i) => {
      if (typeof step !== 'number') return;
      const list = valueAt(value, path.slice(0, i));
      if (Array.isArray(list) && step <= list.length) return;
      throw new InputError({
        what: `no list entry ${step} (${Array.isArray(list) ? `it has ${list.length}` : 'it is no list'})`,
        where: `--set ${path.slice(0, i).join('.')}`,
        cure: 'Count from 0',
      });
    });
}

function merge(chain: readonly Source[], settings: readonly Setting[]): unknown {
  let value: unknown = {};
  for (const source of chain) value = overlay(value, source.value);
  const { extends: _, ...rest } = value as Record<string, unknown>;
  if (settings.length === 0) return rest;
  // A setting may reach into a list that the files leave to the defaults, such as robots[0].batteryWh.
  const filled = scenarioSchema.safeParse(rest);
  const base = filled.success ? filled.data : rest;
  checkIndices(settings, base);
  return settings.reduce((v: unknown, s) => withValueAt(v, s.path, s.value), base as unknown);
}

/**
 * Reads a scenario by name or path, lays it over those it extends, applies `--set` texts, checks everything.
 * Throws one InputError with all problems found: file, line, path, what was got, cure.
 */
export function loadScenario(
  nameOrPath: string,
  sets: readonly string[] = [],
  cwd = process.cwd(),
): Scenario {
  const chain = readChain(findScenario(nameOrPath, cwd), cwd);
  const settings = sets.map(readSetting);
  const paths = settings.map((s) => s.path);
  const value = merge(chain, settings);
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) throw new InputError(problemsFrom(parsed.error, scenarioSchema, value, chain, paths));
  const problems = worldProblems(parsed.data).map((problem): Problem => {
    const { path, message, cure } = problem;
    const got = 'got' in problem ? { got: problem.got } : {};
    return { what: message, ...got, where: placeOf(path, chain, paths), cure };
  });
  if (problems.length > 0) throw new InputError(problems);
  return parsed.data;
}
