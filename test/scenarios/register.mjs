/**
 * Enters kept answers into the register of expectations (`scenarios/results/expectations.json`): of each question whose committed
 * golden says something else than the register, the older answer moves to `earlier` with its verdict, and each claim is held against the
 * figure that begins with the same words. A first result is named by the commit that holds it, so commit goldens first.
 *   node test/scenarios/register.mjs
 * Look at the difference before you commit it: a claim whose limits quote an answer is yours to renew.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { builtEntry, root } from '../../scenarios/bin/bundle.mjs';

process.chdir(root);
const source = 'scenarios/schema/reading/expectations.ts';
const { expectations, verdictOf } = await import((await builtEntry(source, { extraEntries: [source] })).href);
const git = (...args) => spawnSync('git', args, { encoding: 'utf8' }).stdout.trim();

/** Why the answer before the last one counts no more, as the result said itself. */
function whyOld(path) {
  const before = git('log', '-2', '--format=%h', '--', path).split('\n').at(-1);
  const { outOfDateSince } = JSON.parse(git('show', `${before}:${path}`));
  return outOfDateSince?.why ?? 'measured anew';
}

/** The figure of an answer that begins with the words of another one. */
function figureLike(figure, answer, question) {
  const words = figure.split(/ [+-]?\d/)[0];
  const from = answer.indexOf(`${words} `);
  const found = from < 0 ? null : answer.slice(from).match(/^[^(;]*\([^)]*\)/);
  if (!found) throw new Error(`${question}: no figure "${words}" in the answer; renew its claims by hand`);
  return found[0];
}

function renewed(entry) {
  const path = `scenarios/results/${entry.question}.json`;
  if (!existsSync(path)) return entry;
  const { answer, outOfDateSince } = JSON.parse(readFileSync(path, 'utf8'));
  if (!answer || outOfDateSince || answer === entry.answer) return entry;
  const [commit, on] = git('log', '-1', '--format=%h %aI', '--', path).split(' ');
  const old =
    entry.answer === null ? [] : [{ answer: entry.answer, verdict: verdictOf(entry), why: whyOld(path) }];
  const earlier = [...(entry.earlier ?? []), ...old];
  const claims = entry.claims.map((claim) => ({
    ...claim,
    figure: figureLike(claim.figure, answer, entry.question),
  }));
  return {
    ...{ ...entry, firstResult: entry.firstResult ?? { on, commit }, answer },
    ...(earlier.length > 0 ? { earlier } : {}),
    claims,
  };
}

// Of several expectations of a question the last one is asked; those before keep what they were held against.
const all = expectations();
const last = new Map(all.map((entry, place) => [entry.question, place]));
const entries = all.map((entry, place) => (last.get(entry.question) === place ? renewed(entry) : entry));
writeFileSync('scenarios/results/expectations.json', `${JSON.stringify(entries, null, 1)}\n`);
