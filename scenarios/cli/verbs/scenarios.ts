import type { Command } from 'commander';
import { z } from 'zod';
import { type Scenario, scenarioSchema } from '../../schema/day/scenario.ts';
import { isRegion, loadRegion } from '../../schema/load.ts';
import { loadAny } from '../../schema/load-any.ts';
import { isPlan, loadPlan } from '../../schema/plan/load.ts';
import { planSchema } from '../../schema/plan/schema.ts';
import { isProtocol } from '../../schema/protocol/load.ts';
import { expectations, judged, verdictText } from '../../schema/reading/expectations.ts';
import { headFields } from '../../schema/reading/fields.ts';
import { keptRules, outOfDateSince } from '../../schema/reading/kept-result.ts';
import { readMerged } from '../../schema/reading/merge.ts';
import { type JudgedRule, ruleVerdictText, unheldRules } from '../../schema/reading/rules.ts';
import { builtinNames, plansFolder } from '../../schema/reading/source.ts';
import { regionScenarioSchema } from '../../schema/region/scenario.ts';
import { writtenOut } from '../../schema/region/written-out.ts';
import { type Cli, shellPath } from '../terminal/context.ts';
import { addSetOption } from '../terminal/options.ts';
import { table } from '../terminal/table.ts';

const brief = (text: string) => (text.length > 80 ? `${text.slice(0, 77)}...` : text);

/** What the arms of a scenario are, or how to write some. */
function armsExplained(name: string, { compare: { arms, quantity } }: Scenario): string {
  const call = `npx looptwin experiment ${shellPath(name)}`;
  const [first] = arms;
  if (first === undefined)
    return `
compare.arms is empty: ${call} compares the perceptions. To compare settings instead, name the ways to play the same days.
Each arm sets what --set could set, and is compared with the first:
  compare:
    quantity: ${quantity}
    arms:
      - { name: summer, set: { site.dayOfYear: 172 } }
      - { name: winter, set: { site.dayOfYear: 355, site.ambientC: 2 } }`;
  const settings = (set: object) =>
    Object.entries(set)
      .map(([path, value]) => `${path}: ${brief(JSON.stringify(value))}`)
      .join(', ') || 'nothing';
  return [
    `\ncompare.arms are the ways to play the same days; ${call} compares each with ${first.name}, in ${quantity}:`,
    ...arms.map((arm) => `  ${arm.name} sets ${settings(arm.set)}`),
  ].join('\n');
}

/** What was expected of a question, or of all, held against what was found. */
function tellExpectations(cli: Cli, name: string | undefined, json: boolean): void {
  const told = expectations()
    .filter(({ question }) => name === undefined || question === name)
    .map((one) => ({
      ...one,
      verdict: verdictText(one),
      claims: one.claims.map((claim) => ({ ...claim, verdict: judged(claim) })),
    }));
  const ruled = [...builtinNames(), ...builtinNames(plansFolder)]
    .filter((question) => name === undefined || question === name)
    .flatMap((question) => rulesOf(cli, question).map((rule) => ({ question, ...rule })));
  if (json) {
    const rulesBeside = (place: number, question: string) =>
      told.findLastIndex((one) => one.question === question) === place
        ? ruled.filter((rule) => rule.question === question)
        : [];
    cli.json(told.map((one, place) => ({ ...one, rules: rulesBeside(place, one.question) })));
    return;
  }
  const rows = told.flatMap(({ question, written, firstResult, verdict, claims }) => [
    [question, written.on.slice(0, 16), firstResult?.on.slice(0, 16) ?? '-', verdict],
    ...claims.map((claim) => [`  ${claim.says}`, '', '', claim.verdict]),
  ]);
  cli.out(table(['expected', 'written', 'first result', 'verdict'], rows));
  if (ruled.length === 0) return;
  const held = ruled.map((rule) => [rule.question, rule.says, rule.written, ruleVerdictText(rule)]);
  cli.out(`\n${table(['question', 'by rule', 'written', 'verdict'], held)}`);
}

/** The rules of a question: as its kept result holds them, else not run. */
function rulesOf(cli: Cli, question: string): readonly JudgedRule[] {
  const kept = keptRules(question);
  if (kept.length > 0) return kept;
  if (isPlan(question, cli.cwd)) return unheldRules(question, loadPlan(question, [], cli.cwd).plan.rules);
  const file = loadAny(question, [], cli.cwd);
  return 'rules' in file ? unheldRules(question, file.rules) : [];
}

const headSchema = z.object({ title: headFields.title, question: headFields.question });

/** What a file of ours says of itself; it is sound, so nobody waits for its settings and its measured sites. */
const headOf = (name: string, cwd: string) => headSchema.parse(readMerged(name, [], cwd).value);

/** `looptwin scenarios [name]`: what can be run, or one scenario with every default filled in. */
export function addScenariosVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('scenarios')
    .description(
      'list what can be run; with a name or path, print that scenario with every default filled in, a region as a YAML file with all of its places and lanes',
    )
    .argument('[scenario]', 'name or path');
  addSetOption(verb)
    .option('--expectations', 'list what was expected of each question before it ran, and what became of it')
    .option('--json', 'print one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin scenarios quickstart --set robots[0].batteryWh=20')
    .action(
      (name: string | undefined, options: { set: string[]; json?: boolean; expectations?: boolean }) => {
        if (options.expectations) return tellExpectations(cli, name, options.json === true);
        if (name !== undefined && isPlan(name, cli.cwd))
          return cli.json(loadPlan(name, options.set, cli.cwd).plan);
        if (name !== undefined && !options.json && isRegion(name, cli.cwd))
          return cli.out(writtenOut(loadRegion(name, options.set, cli.cwd)).trimEnd());
        if (name !== undefined) {
          const scenario = loadAny(name, options.set, cli.cwd);
          cli.json(scenario);
          if (!options.json && 'compare' in scenario) cli.note(armsExplained(name, scenario));
          return;
        }
        const rows = builtinNames().map((scenario) => {
          const { title, question } = headOf(scenario, cli.cwd);
          const verb = isProtocol(scenario, cli.cwd) ? 'train' : 'run';
          return { scenario, verb, title, question, outOfDateSince: outOfDateSince(scenario) };
        });
        const plans = builtinNames(plansFolder).map((scenario) => {
          const { title, question } = headOf(scenario, cli.cwd);
          return { scenario, verb: 'experiment', title, question, outOfDateSince: outOfDateSince(scenario) };
        });
        rows.push(...plans);
        if (options.json) return cli.json(rows);
        cli.out(
          table(
            ['command', 'scenario', 'what it is'],
            rows.map((r) => [r.verb, r.scenario, r.title]),
          ),
        );
        cli.out('\nTo run one: looptwin <command> <scenario>');
        const old = rows.filter((row) => row.outOfDateSince !== null).map((row) => row.scenario);
        if (old.length > 0) cli.out(`Kept results of an older world: ${old.join(', ')}`);
      },
    );
}

/** `looptwin schema`: the JSON Schema of scenario files, for editors. */
export function addSchemaVerb(program: Command, cli: Cli): void {
  program
    .command('schema')
    .description('print the JSON Schema of scenario files, for completion in editors')
    .option('--json', 'has no effect: the schema is always one JSON document')
    .addHelpText(
      'after',
      '\nExample: looptwin schema > scenario.schema.json, then begin a file with\n# yaml-language-server: $schema=scenario.schema.json',
    )
    .action(() => {
      const files = z.union([scenarioSchema, regionScenarioSchema, planSchema]);
      const { '~standard': _, ...schema } = z.toJSONSchema(files, { io: 'input' });
      cli.json(schema);
    });
}
