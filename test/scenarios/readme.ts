import { root } from '../../scenarios/bin/bundle.mjs';
import { runText } from '../../scenarios/cli/verbs/run.ts';
import { loadAny } from '../../scenarios/schema/load-any.ts';
import { isPlan, loadPlan } from '../../scenarios/schema/plan/load.ts';
import {
  type Expectation,
  expectations,
  judged,
  verdictText,
} from '../../scenarios/schema/reading/expectations.ts';
import { keptRules, type OutOfDate, wordOutOfDate } from '../../scenarios/schema/reading/kept-result.ts';
import { type JudgedRule, ruleVerdictText, unheldRules } from '../../scenarios/schema/reading/rules.ts';
import { builtinNames, plansFolder } from '../../scenarios/schema/reading/source.ts';
import { wordComparison } from '../../scenarios/studies/day/paired.ts';
import type { RunDocument } from '../../scenarios/studies/day/summary.ts';
import type { ExperimentDocument } from '../../scenarios/studies/experiment/document.ts';
import { againTable, againText, askedAgain, recoveredTwice } from '../../scenarios/studies/protocol/again.ts';
import { earlierRuns, openedText, sideBySide } from '../../scenarios/studies/protocol/earlier.ts';
import { keptDocument } from '../../scenarios/studies/protocol/protocol.ts';

/** Puts a text between two marks of a page: <!-- name --> ... <!-- /name -->. Throws if the marks are missing. */
function fill(page: string, name: string, text: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const from = page.indexOf(open);
  const to = page.indexOf(close);
  if (from < 0 || to < from) throw new Error(`README.md: the marks ${open} and ${close} are missing`);
  return `${page.slice(0, from + open.length)}\n${text}\n${page.slice(to)}`;
}

function claims(run: RunDocument, experiment: ExperimentDocument): string {
  const worst = Math.max(...Object.values(run.balance)).toExponential(0);
  const least = Math.min(
    ...[...run.perceptions, ...run.maintenance].flatMap(({ regretEur }) => regretEur ?? []),
  );
  const moving = run.perceptions.find((p) => p.name === 'distilled')!.energyShareByState.MOVE;
  const train = '`npx looptwin train quickstart`';
  const day = '`npx looptwin run quickstart`';
  const rows: [string, string, string][] = [
    ...run.networks.map((n): [string, string, string] => ['what a network knows', wordComparison(n), train]),
    [
      'what it is worth',
      experiment.answer,
      `\`npx looptwin experiment quickstart --replications ${experiment.replications}\``,
    ],
    ['what a buyer asks first', run.paying, day],
    ['the bound is never beaten', `least regret of all variants: EUR ${least.toFixed(2)}`, day],
    ['mass, energy and money balance', `worst relative residual ${worst}`, day],
    [
      'motion takes most of the joules',
      `${(100 * moving).toFixed(0)} % of the distilled robot's energy`,
      day,
    ],
  ];
  return ['| claim | figure | command |', '|---|---|---|', ...rows.map((r) => `| ${r.join(' | ')} |`)].join(
    '\n',
  );
}

/** The golden result of a training protocol, as far as the README tells of it. */
export interface Found {
  readonly finding: string;
  readonly trainings: { readonly done: number; readonly planned: number };
  readonly outOfDateSince?: OutOfDate;
}

const markdown = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

/** Both runs of the main question side by side, from their results files. */
function askedTwice(): string {
  const runs = [keptDocument('distillation', root), keptDocument('distillation-again', root)] as const;
  const rows = askedAgain(...runs);
  if (rows.length === 0)
    return 'The same question in other worlds is `npx looptwin train distillation-again`; it has no answer yet.';
  return `${againText(rows)} ${recoveredTwice(...runs)} Made by \`npx looptwin train distillation-again\`.\n\n${markdown(...againTable(rows))}`;
}

/** Complete runs on data that no longer are. */
function inAnotherWorld(): string {
  const runs = earlierRuns('distillation');
  return `${openedText(runs)}\n\n${markdown(...sideBySide(runs))}`;
}

/** The README with the figures of a run, of an experiment and of the training protocol in their places. */
export function readmeWith(
  page: string,
  run: RunDocument,
  experiment: ExperimentDocument,
  { finding, trainings, outOfDateSince }: Found,
): string {
  const folder = 'runs/quickstart-1a2b3c4d';
  const printed = fill(page, 'printed', `\`\`\`text\n${runText(run, folder)}\n\`\`\``);
  const sentences = finding.split(/(?<=\.) /).map((sentence) => `- ${sentence}`);
  const done = `${trainings.done} of ${trainings.planned} trainings are done; each is a line of \`scenarios/results/distillation.jsonl\`.`;
  const again = outOfDateSince
    ? '\nThey saw the data of that time: `npx looptwin train distillation` begins anew on the data of today.'
    : ' To compute the answer from\nthem again, which takes a minute: `npx looptwin train distillation --hours 0`.';
  const mark = outOfDateSince ? `**${wordOutOfDate(outOfDateSince)}**\n\n` : '';
  const told = [`${mark}${sentences.join('\n')}`, askedTwice(), inAnotherWorld(), `${done}${again}`].join(
    '\n\n',
  );
  return fill(fill(printed, 'claims', claims(run, experiment)), 'distillation', told);
}

/** A question file and what its golden result says. */
export interface Answered {
  readonly name: string;
  readonly question: string;
  readonly answer: string;
  readonly outOfDateSince?: OutOfDate;
}

/** Rules of a question, judged or waiting for a run, a line each. */
function ruleLines(rules: readonly JudgedRule[]): string {
  if (rules.length === 0) return '';
  const lines = rules.map((rule) => {
    const { says, written, figure, notBlind } = rule;
    const found = figure === '' ? '' : ` (${figure})`;
    const known = notBlind === null ? '' : ` Known when it was written: ${notBlind}.`;
    return `  - ${says} (rule of ${written}): **${ruleVerdictText(rule)}**${found}.${known}`;
  });
  return `- By rules of the question file:\n${lines.join('\n')}\n`;
}

/** What was expected of a question, when, and what became of it, a line each. */
function expectationLines(question: string, all: readonly Expectation[]): string {
  const date = (commit: Expectation['written']) =>
    `${commit.on.slice(0, 16).replace('T', ' ')} (${commit.commit})`;
  return all
    .filter((one) => one.question === question)
    .map((one) => {
      const { expected, written, firstResult, notBlind, claims, earlier = [] } = one;
      const found = firstResult === null ? 'not run since' : `first result ${date(firstResult)}`;
      const judgements = claims.map((claim) => `  - ${claim.says}: ${judged(claim)}.`);
      return [
        `- Expected, written ${date(written)}, ${found}: ${expected}`,
        `- Verdict: **${verdictText(one)}**${notBlind === null ? '' : ` (${notBlind})`}.`,
        ...judgements,
        ...earlier.map(
          ({ verdict, why, answer }) => `- Before: **${verdict}**, by "${answer}" It counts no more: ${why}`,
        ),
      ].join('\n');
    })
    .join('\n');
}

/** The rules of every question file: as its kept result holds them, else not run. */
function rulesOfAll(): ReadonlyMap<string, readonly JudgedRule[]> {
  return new Map(
    [...builtinNames(), ...builtinNames(plansFolder)].map((name) => {
      const file = isPlan(name) ? loadPlan(name).plan : loadAny(name);
      const waiting = 'rules' in file ? unheldRules(name, file.rules) : [];
      const kept = keptRules(name);
      return [name, kept.length > 0 ? kept : waiting];
    }),
  );
}

/** A page that holds expectation against answer, question by question. */
export function answersPage(
  questions: readonly Answered[],
  rules: ReadonlyMap<string, readonly JudgedRule[]> = rulesOfAll(),
  all = expectations(),
): string {
  const parts = questions.map(
    ({ name, question, answer, outOfDateSince }) => `## ${name}

${question.trim()}

${expectationLines(name, all)}
${ruleLines(rules.get(name) ?? [])}- Measured: ${answer.trim()}
${outOfDateSince ? `- ${wordOutOfDate(outOfDateSince)}\n` : ''}`,
  );
  const answered = new Set(questions.map(({ name }) => name));
  const open = [...new Set(all.map(({ question }) => question))].filter((name) => !answered.has(name));
  const waiting = open.map(
    (name) =>
      `## ${name}\n\nNo answer to this is kept for this page yet.\n\n${expectationLines(name, all)}\n${ruleLines(rules.get(name) ?? [])}`,
  );
  return `# What the question files found

\`node test/scenarios/refresh.mjs\` makes this page from the golden results beside it. The comment at the head of each file in
\`scenarios/files/\` or \`scenarios/plans/\` names the command that computes the answer again. Figures are as measured, even where they contradict the expectation.
\`npx looptwin scenarios --expectations\` prints what was expected, when that was written, and what became of it: *held* when the whole
interval keeps the limits of each sentence, *refuted* when all of an interval breaks one, *not blind* when a result was there before.
Question files hold expectations as rules too (\`rules\`: a sign, a range, an order), each with its date. From 28 November 2026 on their
intervals cover days, items of each day's own and, where networks see, three trainings.

${[...parts, ...waiting].join('\n')}`;
}
