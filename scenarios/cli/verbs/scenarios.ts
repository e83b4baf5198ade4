import type { Command } from 'commander';
import { z } from 'zod';
import { scenarioSchema } from '../../schema/day/scenario.ts';
import { loadAny } from '../../schema/load-any.ts';
import { isPlan, loadPlan } from '../../schema/plan/load.ts';
import { planSchema } from '../../schema/plan/schema.ts';
import { isProtocol } from '../../schema/protocol/load.ts';
import { builtinNames, plansFolder } from '../../schema/reading/source.ts';
import { regionScenarioSchema } from '../../schema/region/scenario.ts';
import type { Cli } from '../terminal/context.ts';
import { addSetOption } from '../terminal/options.ts';
import { table } from '../terminal/table.ts';

/** `looptwin scenarios [name]`: what can be run, or one scenario with every default filled in. */
export function addScenariosVerb(program: Command, cli: Cli): void {
  const verb = program
    .command('scenarios')
    .description('what can be run; with a name or path: that scenario with every default filled in')
    .argument('[scenario]', 'name or path');
  addSetOption(verb)
    .option('--json', 'one JSON document on stdout')
    .addHelpText('after', '\nExample: looptwin scenarios quickstart --set robots[0].batteryWh=20')
    .action((name: string | undefined, options: { set: string[]; json?: boolean }) => {
      if (name !== undefined && isPlan(name, cli.cwd))
        return cli.json(loadPlan(name, options.set, cli.cwd).plan);
      if (name !== undefined) return cli.json(loadAny(name, options.set, cli.cwd));
      const rows = builtinNames().map((scenario) => {
        const { title, question } = loadAny(scenario, [], cli.cwd);
        return { scenario, verb: isProtocol(scenario, cli.cwd) ? 'train' : 'run', title, question };
      });
      const plans = builtinNames(plansFolder).map((scenario) => {
        const { title, question } = loadPlan(scenario, [], cli.cwd).plan;
        return { scenario, verb: 'experiment', title, question };
      });
      rows.push(...plans);
      if (options.json) return cli.json(rows);
      cli.out(
        table(
          ['verb', 'scenario', 'what it is'],
          rows.map((r) => [r.verb, r.scenario, r.title]),
        ),
      );
      cli.out('\nRun one: looptwin <verb> <scenario>');
    });
}

/** `looptwin schema`: the JSON Schema of scenario files, for editors. */
export function addSchemaVerb(program: Command, cli: Cli): void {
  program
    .command('schema')
    .description('the JSON Schema of scenario files, for completion in editors')
    .option('--json', 'the same: the schema is always one JSON document')
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
