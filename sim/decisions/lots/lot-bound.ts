import { LotDual } from './lot-dual.ts';
import { caseLines, type LotLine, type Multipliers } from './lot-lines.ts';
import { tuned } from './lot-multipliers.ts';
import type { SeenDay } from './seen-day.ts';

/** Branches that promise no more than this beyond the case in which all lots reach their best steps are not followed further. */
const slackEur = 0.05;

/** Branches that are looked into at most; what is left open counts by what it promises. */
const mostBranches = 400;

/**
 * Upper bound on what robots gain on average over passing everything on, on a day of which they know what their looks say, where
 * every output is sold as one lot at the price of its purity.
 *
 * Why it holds. Take the beliefs of the day as given: then what things are is independent from one to the next, and an item is
 * right for an output with the probability q that its belief gives. Let G and A be the kilograms in a lot that are right, and in all.
 * - A lot that reaches its best step, of price p and purity u, has G - u A >= 0, so it is worth p G - c (A - G) <= T = p G - c (A - G)
 *   + x (G - u A) for every x >= 0. Any other is worth at most R = r G - c (A - G), with r the best price of the other steps; or else at most
 *   the larger of S, a line like T for the step of that price, and R with the best price of the rest. So the lot is worth at most T plus what
 *   Y = R - T is above 0; or else T plus what S - T and R - S are. Let n be the mean of such a Y, d the difference of both slopes in G, and V the
 *   variance of G, the sum of m^2 q (1 - q) over the items of mass m. As the mean of |Y| is at most the root of that of Y^2: for every w > 0 the
 *   mean of what Y is above 0 is at most (n^2 + V d^2) / (4 w) + w / 4 + n / 2. For n <= -a that is at most V d^2 / (4 a), by w = -n, and for
 *   n >= a at most n + V d^2 / (4 a), by w = n. Between two values of n it is at most a share of n, and what is granted, as n^2 is convex. So in
 *   each of five cases of each Y the lot is worth a line in G and A, V times something, and what is granted.
 * - Joules: for every price y >= 0, what is done is worth at most itself plus y times the joules that it leaves over. All batteries are
 *   one, and open all day. A grip holds with the same probability whatever was done before, and nobody knows beforehand whether it will: so
 *   on average there are as many moves as successful picks over that probability, and each of these is charged for all of them (prices
 *   are chosen without knowing the grips).
 * - Standing by: nothing is picked where everybody has run out; whoever has not, and is the first that a thing comes to, is told of it by nobody,
 *   so one robot draws idle power for a while after each thing that comes, and else at least what it draws asleep. A robot that has run out
 *   stays away until it has charged up again, for at least two blocks; so a block is worth what is gained in it less one robot's standby, or
 *   at most what two blocks at the edges of such an outage save.
 * - Nobody knows before a first look what comes, so whoever is there looks at all of it, or leaves some out at random. What is gained less the joules
 *   of first looks is then as large a share of that of all of them: at most that of all, or nothing, which being away brings too.
 * - A move draws idle power too, which is charged but for the part that may be counted as standing by already.
 * - A look is paid before it is known what it says: a thing of label k then looks like any thing of that label that came, and it is of
 *   label k with the probability that the look before says.
 * - In which case a lot is, is decided on average over what further looks say: where two cases are equally good, who chose by what looks happen
 *   to say could gain up to 0.4 of the standard deviation which that gives their difference, which is left out: cents a lot, by estimate, and
 *   up to EUR 0.1 where a kg of purity costs EUR 5.
 * What is left is a choice for each item by itself, given the case of each lot. The bound is the largest over all such choices of cases
 * (branch and bound: lots that are not decided yet may take another case with every item), for the multipliers x, y and a that make it
 * small: they are found by descent and by trial, and any others would give a bound too.
 */
export function lotBoundEur(day: SeenDay, multipliers = multipliersOf(day)): number {
  return largest(new LotDual(day), day, multipliers);
}

/** Multipliers that make the bound small, and must not know which grips hold. */
export function multipliersOf(day: SeenDay): Multipliers {
  const unknown = { ...day, holds: new Uint8Array(day.holds.length).fill(1) };
  return tuned(new LotDual(unknown), unknown);
}

/** The lines that each lot may take. */
type Lines = readonly (readonly LotLine[])[];

/** The largest bound over all cases of all lots, for fixed multipliers. */
function largest(dual: LotDual, { outputs }: SeenDay, multipliers: Multipliers): number {
  const worth = (lines: Lines) => ({ lines, eur: dual.value(lines, multipliers.eurPerJ).eur });
  const narrowed = (lines: Lines, o: number, some: readonly LotLine[]) => worth(lines.with(o, some));
  const all = outputs.map((output, o) => caseLines(output, o, multipliers));
  const reached = all.map(([line]) => [line!]);
  const most = worth(reached).eur;
  // Lots whose doubt may be worth most are decided first.
  const doubts = all.map((lines, o) => narrowed(reached, o, lines).eur);
  const order = doubts.map((_, o) => o).sort((a, b) => doubts[b]! - doubts[a]! || a - b);
  const open = [worth(all)];
  for (let branches = 0; ; branches++) {
    open.sort((a, b) => a.eur - b.eur);
    const { lines, eur } = open.pop()!;
    const undecided = order.find((o) => lines[o]!.length > 1);
    if (eur <= most + slackEur || undecided === undefined || branches >= mostBranches) return eur;
    for (const some of fifths(lines[undecided]!)) open.push(narrowed(lines, undecided, some));
  }
}

/** A list in five parts, or one by one where it is no longer than that. */
function fifths(lines: readonly LotLine[]): (readonly LotLine[])[] {
  const size = Math.ceil(lines.length / 5);
  return Array.from({ length: Math.ceil(lines.length / size) }, (_, n) =>
    lines.slice(n * size, (n + 1) * size),
  );
}
