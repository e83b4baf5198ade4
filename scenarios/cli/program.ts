import { Command, type CommanderError } from 'commander';
import { InputError } from '../errors.ts';
import { didYouMean } from '../schema/reading/nearest.ts';
import { version } from '../version.ts';
import type { Cli } from './terminal/context.ts';

type AddVerb = (program: Command, cli: Cli) => void;

/** Every verb, in the order in which the help lists them. A module is loaded when its verb is given: starting stays quick. */
const verbs: Readonly<Record<string, () => Promise<AddVerb>>> = {
  run: async () => (await import('./verbs/run.ts')).addRunVerb,
  experiment: async () => (await import('./verbs/experiment.ts')).addExperimentVerb,
  pays: async () => (await import('./verbs/pays.ts')).addPaysVerb,
  bound: async () => (await import('./verbs/bound.ts')).addBoundVerb,
  measure: async () => (await import('./verbs/measure.ts')).addMeasureVerb,
  regret: async () => (await import('./verbs/regret.ts')).addRegretVerb,
  merge: async () => (await import('./verbs/merge.ts')).addMergeVerb,
  worker: async () => (await import('./verbs/worker.ts')).addWorkerVerb,
  runs: async () => (await import('./verbs/runs.ts')).addRunsVerb,
  train: async () => (await import('./verbs/train.ts')).addTrainVerb,
  claims: async () => (await import('./verbs/claims.ts')).addClaimsVerb,
  export: async () => (await import('./verbs/export.ts')).addExportVerb,
  report: async () => (await import('./verbs/folder-verbs.ts')).addReportVerb,
  view: async () => (await import('./verbs/view.ts')).addViewVerb,
  verify: async () => (await import('./verbs/folder-verbs.ts')).addVerifyVerb,
  synth: async () => (await import('./verbs/synth/synth.ts')).addSynthVerb,
  validate: async () => (await import('./verbs/validate/validate.ts')).addValidateVerb,
  materials: async () => (await import('./verbs/materials.ts')).addMaterialsVerb,
  scenarios: async () => (await import('./verbs/scenarios.ts')).addScenariosVerb,
  schema: async () => (await import('./verbs/scenarios.ts')).addSchemaVerb,
  doctor: async () => (await import('./verbs/doctor.ts')).addDoctorVerb,
};

/** The words that call a command: `looptwin synth spectra`. */
function callOf(command: Command): string {
  return command.parent ? `${callOf(command.parent)} ${command.name()}` : command.name();
}

/** What commander says about the input of a command, as what / got / cure. */
function explain(error: CommanderError, command: Command): never {
  if (error.exitCode === 0) throw error;
  const call = callOf(command);
  const names = command.parent ? command.commands.map((child) => child.name()) : Object.keys(verbs);
  if (error.code === 'commander.help') {
    throw new InputError({
      what: `${call} needs a command`,
      got: undefined,
      cure: `Known: ${names.join(', ')}. See ${call} --help`,
    });
  }
  const what = error.message.replace(/^error: /, '').replace(/\n.*$/s, '');
  const unknownVerb = /unknown command '(.+?)'/.exec(what)?.[1];
  if (unknownVerb !== undefined) {
    throw new InputError({
      what: command.parent ? `unknown command of ${call}` : 'unknown command',
      got: unknownVerb,
      cure: `${didYouMean(unknownVerb, names).replace(/[^?]$/, '$&.')} See ${call} --help`,
    });
  }
  const hint = /\(Did you mean (.+?)\?\)/.exec(error.message);
  throw new InputError({
    what: what.replace(/\.$/, ''),
    cure: `${hint ? `Did you mean ${hint[1]}? ` : ''}See ${call} --help`,
  });
}

/** Gives a command and everything below it the options and manners that all verbs share. */
function share(command: Command, program: Command): void {
  command.exitOverride((error) => explain(error, command));
  command.configureOutput({ writeErr: () => {} });
  command.showSuggestionAfterError(true).allowExcessArguments(false);
  if (command !== program) command.option('--debug', 'show the stack trace of an error');
  for (const child of command.commands) share(child, program);
}

/** The command line as a commander program: one verb if `argv` begins with it, none for the version, else all. Parse errors come out as InputError. */
export async function makeProgram(cli: Cli, argv: readonly string[]): Promise<Command> {
  const program = new Command('looptwin')
    .description(
      'A digital twin of circular supply chains: simulate sorting sites and regions, train what robots see with, and repeat every result exactly.',
    )
    .version(version())
    // Options belong to the command that they stand behind, also where a command has commands of its own.
    .enablePositionalOptions()
    .option('--debug', 'show the stack trace of an error');
  const [first = ''] = argv;
  const asksVersion = first === '--version' || first === '-V';
  const given = Object.entries(verbs).filter(
    ([verb]) => verb === first || !(asksVersion || Object.hasOwn(verbs, first)),
  );
  for (const [, load] of given) (await load())(program, cli);
  share(program, program);
  return program;
}
