import { Command, type CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { didYouMean } from '../schema/nearest.ts';
import { version } from '../version.ts';
import type { Cli } from './context.ts';
import { addDoctorVerb } from './doctor.ts';
import { addExperimentVerb } from './experiment.ts';
import { addReportVerb, addVerifyVerb } from './folder-verbs.ts';
import { addRunVerb } from './run.ts';
import { addScenariosVerb, addSchemaVerb } from './scenarios.ts';

/** Every verb, in the order in which the help lists them. */
const verbs: readonly ((program: Command, cli: Cli) => void)[] = [
  addRunVerb,
  addExperimentVerb,
  addReportVerb,
  addVerifyVerb,
  addScenariosVerb,
  addSchemaVerb,
  addDoctorVerb,
];

/** What commander says, as what / got / cure. */
function explain(error: CommanderError, program: Command): never {
  if (error.exitCode === 0) throw error;
  const what = error.message.replace(/^error: /, '').replace(/\n.*$/s, '');
  const unknownVerb = /unknown command '(.+?)'/.exec(what);
  if (unknownVerb) {
    const names = program.commands.map((c) => c.name());
    throw new InputError({
      what: 'unknown verb',
      got: unknownVerb[1],
      cure: `${didYouMean(unknownVerb[1]!, names)} looptwin --help lists them`,
    });
  }
  const hint = /\(Did you mean (.+?)\?\)/.exec(error.message);
  throw new InputError({
    what,
    cure: `${hint ? `Did you mean ${hint[1]}? ` : ''}looptwin ${runningVerb(program)}--help shows what can be given`,
  });
}

function runningVerb(program: Command): string {
  const name = program.args[0] ?? process.argv[2];
  return program.commands.some((c) => c.name() === name) ? `${name} ` : '';
}

/** Gives a command and everything below it the options and manners that all verbs share. */
function share(command: Command, program: Command): void {
  command.exitOverride((error) => explain(error, program));
  command.configureOutput({ writeErr: () => {} });
  command.showSuggestionAfterError(true).allowExcessArguments(false);
  if (command !== program) command.option('--debug', 'show the stack trace of an error');
  for (const child of command.commands) share(child, program);
}

/** The whole command line as a commander program; parse errors come out as InputError. */
export function makeProgram(cli: Cli): Command {
  const program = new Command('looptwin')
    .description(
      'A digital twin of circular supply chains: run a depot day, compare perceptions, repeat it exactly.',
    )
    .version(version())
    .option('--debug', 'show the stack trace of an error');
  for (const add of verbs) add(program, cli);
  share(program, program);
  return program;
}
