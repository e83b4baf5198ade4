import type { ArmName } from '../../../models/training/arms.ts';
import { recoveredIn } from '../protocol/again.ts';
import type { Comparison, ProtocolDocument } from '../protocol/document.ts';
import { type EarlierRun, percentRange, together } from '../protocol/earlier.ts';
import type { Computed, Joules } from './joules.ts';

/** What became of a claim: `open` = results are missing, `not settled` = there are results, and they do not tell. */
export type Answer = 'yes' | 'no' | 'partly' | 'not settled' | 'not testable' | 'open';

/** One claim of the source. */
export interface Claim {
  readonly claim: string;
  readonly verdict: Answer;
  /** The figures that the verdict follows from; what earlier runs said where this one is open. */
  readonly measured: string;
  /** By which rule the verdict follows. */
  readonly rule: string;
  readonly command: string;
}

/** Everything that claims are held against: results, and what follows from the description of boards and sensors. */
export interface Evidence {
  readonly document: ProtocolDocument;
  /** The same question asked again in other worlds. */
  readonly second: Pick<ProtocolDocument, 'named' | 'arms'>;
  readonly earlier: readonly EarlierRun[];
  readonly joules: Joules;
  /** Labels per material of the main question, and the most that a teacher is trained on. */
  readonly primary: number;
  readonly most: number;
}

const TRAIN = 'looptwin train distillation';
/** Accuracy that the source claims for its teacher. */
const CLAIMED = 0.987;
/** From which share of what all labels would bring a student keeps what the teacher knows (issue's aim), and of the teacher's own accuracy (ours). */
const KEEPS = 0.7;
const AS_GOOD = 0.95;

const percent = (x: number) => `${(100 * x).toFixed(1)} %`;
const signed = (x: number) => `${x > 0 ? '+' : ''}${x.toFixed(1)}`;
const told = ({ mean, lo, hi }: { mean: number; lo: number; hi: number }) =>
  Number.isFinite(lo) ? `${signed(mean)} (95 % ${lo.toFixed(1)} to ${hi.toFixed(1)})` : signed(mean);

/** All claims, in the order in which the source makes them. */
export function claimsOf(evidence: Evidence): Claim[] {
  return [
    teacherAccuracy(evidence),
    teacherCost(evidence),
    thermal(evidence),
    ...(['feature', 'attention', 'relational'] as const).map((arm) => method(evidence, arm)),
    hybrid(evidence),
    intelligence(evidence),
    tasks(evidence),
  ];
}

function teacherAccuracy({ document, most }: Evidence): Claim {
  const rows = document.arms.filter(({ arm, condition }) => arm === 'teacher' && condition === 'clean');
  const [row] = [...rows].sort((a, b) => b.labelledPerMaterial - a.labelledPerMaterial);
  const base = {
    claim: 'A teacher that sees colour, heat and spectra names 98.7 % of the materials',
    rule: 'yes where all materials reach it, partly where only those without look-alikes do',
    command: TRAIN,
  };
  if (!row?.material) return open(base, 'no teacher was tested');
  const apart = row.metrics.separable;
  const all = row.material.mean;
  const verdict = all >= CLAIMED ? 'yes' : apart !== undefined && apart >= CLAIMED ? 'partly' : 'no';
  const beside = apart === undefined ? '' : `, ${percent(apart)} of those without look-alikes`;
  const measured = `${percent(all)} of all items with ${row.labelledPerMaterial} labels a material${beside}`;
  if (row.labelledPerMaterial < most)
    return open(base, `${measured}; teachers with ${most} labels are not tested yet`);
  return { ...base, verdict, measured };
}

/** Below this share of the joules of a look, computing is not what a look costs (ours). */
const HARDLY = 0.05;

const joulesOn = ({ device, energyJ }: Computed) => `${energyJ.toPrecision(2)} J on ${device}`;

function teacherCost({ joules }: Evidence): Claim {
  const { teacher, teacherThere, student, senses, cameraJ, allJ } = joules;
  const share = teacher.energyJ / (teacher.energyJ + allJ);
  const costly = senses.map(({ sense, energyJ }) => `${sense} ${energyJ.toPrecision(3)} J`).join(', ');
  return {
    claim: 'Computing the teacher costs too much for solar-powered robots',
    verdict: share < HARDLY ? 'no' : 'yes',
    measured: `on the boards of the quickstart's robots the teacher takes ${joulesOn(teacher)} an item (${joulesOn(teacherThere)}) and the student ${joulesOn(student)}; computing the teacher is ${(100 * share).toPrecision(1)} % of a look with all senses; what costs is sensing: ${costly} (${allJ.toPrecision(3)} J against ${cameraJ.toPrecision(2)} J of the camera alone)`,
    rule: `no where computing is less than ${percent(HARDLY)} of the joules of a look`,
    command: 'looptwin claims (from models/device and the sensors); looptwin run quickstart plays it',
  };
}

function thermal({ document }: Evidence): Claim {
  const base = {
    claim: 'Much of what the thermal camera shows can be approximated from the colour picture',
    rule: 'yes where a network for nothing else explains half of the variance and more than the look does, no where it does not pass the mean of the look, else partly',
    command: TRAIN,
  };
  const row = document.thermal.at(-1);
  if (row === undefined) return open(base, 'no network for heat alone was tested');
  const { r2, look, lookAndBrightness, material, pairsPerMaterial } = row;
  const verdict = r2 <= look ? 'no' : r2 >= 0.5 ? 'yes' : 'partly';
  const measured = `R2 ${r2.toFixed(2)} with ${pairsPerMaterial} pairs of pictures a material; knowing the look ${look.toFixed(2)}, look and brightness ${lookAndBrightness.toFixed(2)}, the material ${material.toFixed(2)}`;
  return { ...base, verdict, measured };
}

function comparisonOf({ document, primary }: Evidence, a: ArmName, b: ArmName): Comparison | undefined {
  return [...document.named, ...document.exploratory].find(
    (one) => one.a === a && one.b === b && one.labelledPerMaterial === primary,
  );
}

/** More, less, or nothing that could be told from chance. */
function tellOf({ points }: Pick<Comparison, 'points'>): 'yes' | 'no' | 'not settled' {
  if (points.lo > 0) return 'yes';
  return points.hi < 0 ? 'no' : 'not settled';
}

function method(evidence: Evidence, arm: 'feature' | 'attention' | 'relational'): Claim {
  const base = {
    claim: `Distilling by ${arm === 'feature' ? 'features' : arm === 'attention' ? 'attention' : 'relations between items'} helps the student`,
    rule: 'by the whole 95 % interval of its difference from labels alone',
    command: TRAIN,
  };
  const found = comparisonOf(evidence, arm, 'labels-only');
  if (found === undefined) return open(base, 'not compared yet');
  return { ...base, verdict: tellOf(found), measured: `${arm} - labels-only ${told(found.points)} points` };
}

function hybrid(evidence: Evidence): Claim {
  const base = {
    claim: 'A hybrid of several methods works best',
    rule: 'by the whole 95 % interval of its difference from soft targets alone; runs that disagree settle nothing',
    command: `${TRAIN}; looptwin train distillation-again`,
  };
  const isIt = ({ a, b, labelledPerMaterial }: Pick<Comparison, 'a' | 'b' | 'labelledPerMaterial'>) =>
    a === 'hybrid' && b === 'multi-sensor-teacher' && labelledPerMaterial === evidence.primary;
  const before = evidence.earlier.map(({ comparisons }) => comparisons.find(isIt));
  const runs = before.flatMap((one) => (one ? [told(one.points)] : [])).join('; ');
  const words = before.length > 0 ? `earlier runs, in another world: ${runs}: ${together(before)}` : '';
  const found = comparisonOf(evidence, 'hybrid', 'multi-sensor-teacher');
  if (found === undefined) return open(base, words);
  const again = evidence.second.named.find(isIt);
  const answers = new Set([found, ...(again ? [again] : [])].map(tellOf));
  const verdict = answers.size === 1 ? tellOf(found) : 'not settled';
  const measured = [
    `hybrid - soft targets ${told(found.points)} points`,
    again ? `asked again in other worlds ${told(again.points)}` : 'not asked again yet',
    words,
  ];
  return { ...base, verdict, measured: measured.filter((text) => text !== '').join('; ') };
}

function intelligence({ document, second, primary }: Evidence): Claim {
  const base = {
    claim: "The student keeps the teacher's intelligence",
    rule: `yes where it recovers ${percent(KEEPS)} of what all labels bring and reaches ${percent(AS_GOOD)} of the teacher's accuracy, partly with the first alone, else no`,
    command: `${TRAIN}; looptwin train distillation-again`,
  };
  const rowOf = (arm: ArmName) =>
    document.arms.find(
      (row) => row.arm === arm && row.condition === 'clean' && row.labelledPerMaterial === primary,
    );
  const [student, teacher] = [rowOf('multi-sensor-teacher'), rowOf('teacher')];
  if (!student?.material || !teacher?.material || !student.recovered)
    return open(base, 'student, teacher and oracle are not all tested');
  const recovered = student.recovered.mean;
  const share = student.material.mean / teacher.material.mean;
  const verdict = recovered < KEEPS ? 'no' : share >= AS_GOOD ? 'yes' : 'partly';
  const again = recoveredIn(second);
  const twice = again ? ` (asked again in other worlds: ${percentRange(again)})` : '';
  const measured = `it recovers ${percentRange(student.recovered)} of what all labels would have brought${twice}; it names ${percent(student.material.mean)}, its teacher ${percent(teacher.material.mean)}`;
  return { ...base, verdict, measured };
}

/** How much better a network of one task may be at most where all in one are said to do as well: points, states, quality (choice). */
const AS_WELL = { material: 2, stateMae: 0.1, qualityMae: 0.02 } as const;

function tasks({ document }: Evidence): Claim {
  const base = {
    claim: 'Four tasks in one model do as well as a model for each',
    rule: 'of the three tasks that this world has (the fourth is not testable here): no where all networks of one task are better by their whole interval, partly where some are; yes where no interval leaves room for one to be better by 2 points, 0.1 states or 0.02 of quality, else not settled (tightened on 2026-11-29: the first result had been a yes, as none was clearly better)',
    command: TRAIN,
  };
  const rows = document.tasks;
  if (rows.length < 3) return open(base, 'not all networks of one task are compared');
  // By how much one task alone is better: at least and at most.
  const ahead = rows.map(({ task, comparison: { points } }) =>
    task === 'material'
      ? { task, least: points.lo, most: points.hi }
      : { task, least: -points.hi, most: -points.lo },
  );
  const better = ahead.filter(({ least }) => least > 0).length;
  const asWell = ahead.every(({ task, most }) => most < AS_WELL[task]);
  const verdict =
    better === rows.length ? 'no' : better > 0 ? 'partly' : asWell ? 'yes' : ('not settled' as const);
  const names = { material: 'material, points', stateMae: 'error of state', qualityMae: 'error of quality' };
  const measured = rows
    .map(({ task, comparison: { points } }) => {
      const digits = task === 'qualityMae' ? 3 : 2;
      const [mean, lo, hi] = [points.mean, points.lo, points.hi].map((x) => x.toFixed(digits));
      return `${names[task]}, alone minus together: ${mean} (95 % ${lo} to ${hi})`;
    })
    .join('; ');
  return { ...base, verdict, measured };
}

function open(base: Pick<Claim, 'claim' | 'rule' | 'command'>, measured: string): Claim {
  return { ...base, verdict: 'open', measured };
}
