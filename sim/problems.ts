import { gradeProblems } from './grade-problems.ts';
import { materials } from './materials/catalogue.ts';
import { arrivalRate, type OutputSpec, type RobotSpec, type SpecProblem, type WorldSpec } from './world.ts';

export type { SpecProblem };

/** Everything that makes a world unplayable, all at once; an empty list means it can run. Single-field ranges are the schema's task. */
export function problemsOf(world: WorldSpec): SpecProblem[] {
  return [
    ...beltProblems(world),
    ...feedProblems(world),
    ...lengthProblems(world),
    ...outputProblems(world),
    ...gradeProblems(world),
    ...robotProblems(world),
    ...assetProblems(world),
    ...machineProblems(world),
    ...calendarProblems(world),
    ...repeatedIds('robots', world.robots),
    ...repeatedIds('assets', world.assets),
    ...repeatedIds('machines', world.machines ?? []),
  ];
}

/** Entries of a list whose id an earlier entry has: accounts, events and draws go by it. */
function repeatedIds(list: string, entries: readonly { readonly id: string }[]): SpecProblem[] {
  const cure = `Give each of the ${list} its own id`;
  const seen = new Set<string>();
  return entries.flatMap(({ id }, i) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ path: [list, i, 'id'], message: 'is used twice', got: id, cure }];
  });
}

const namesOfMaterials: ReadonlySet<string> = new Set(materials.flatMap((m) => [m.id, m.class, m.family]));

/** Names at `path` that are neither a material nor a class nor a family of the catalogue. */
export function unknownNames(path: SpecProblem['path'], names: readonly string[]): SpecProblem[] {
  return names.flatMap((name, k) =>
    namesOfMaterials.has(name)
      ? []
      : [
          {
            path: [...path, k],
            message: 'is not a material, class or family of the catalogue',
            got: name,
            cure: 'List the names with `looptwin materials`',
            known: [...namesOfMaterials],
          },
        ],
  );
}

/** Entries of the list at `path` whose material is not in the catalogue. */
export function unknownMaterials(
  path: SpecProblem['path'],
  entries: readonly { readonly materialId: string }[],
): SpecProblem[] {
  return entries.flatMap(({ materialId }, i) =>
    materials.some(({ id }) => id === materialId)
      ? []
      : [
          {
            path: [...path, i, 'materialId'],
            message: 'is not in the catalogue',
            got: materialId,
            cure: 'List the ids with `looptwin materials`',
            known: materials.map(({ id }) => id),
          },
        ],
  );
}

/** Steps of one clock and items that a run may have: more take hours, and a step of nothing takes for ever. */
const mostSteps = 5_000_000;
const mostItems = 1_000_000;

function lengthProblems({ site, feed, processEveryS = 0 }: WorldSpec): SpecProblem[] {
  const { durationS, skyStepS } = site;
  const clocks: [SpecProblem['path'], number][] = [[['site', 'skyStepS'], skyStepS]];
  if (processEveryS > 0) clocks.push([['processEveryS'], processEveryS]);
  const problems = clocks.flatMap(([path, everyS]): SpecProblem[] => {
    if (everyS >= 1e-6 && durationS / everyS <= mostSteps) return [];
    const message = `would come ${Math.round(durationS / everyS)} times in a run; the limit is ${mostSteps}`;
    return [{ path, message, got: everyS, cure: 'Make it longer, or durationS shorter' }];
  });
  const items = mostArrivals(site, feed);
  if (items <= mostItems) return problems;
  const message = `up to ${items.toPrecision(2)} items would arrive; the limit is ${mostItems}`;
  const cure = 'Lower it, raise minGapS or make durationS shorter';
  return [...problems, { path: ['feed', 'ratePerHour'], message, got: feed.ratePerHour, cure }];
}

/** How many items a run can expect at most: by its calendar, by its busiest hour, by the smallest gap. */
function mostArrivals(site: WorldSpec['site'], feed: WorldSpec['feed']): number {
  const hours = feed.surges.flatMap(({ fromHour, toHour }) => [fromHour, toHour]);
  const edges = [0, site.openHour, site.closeHour, 24, ...hours].sort((a, b) => a - b);
  let perDay = 0;
  let perS = 0;
  for (let i = 1; i < edges.length; i++) {
    const [from, to] = [edges[i - 1]!, edges[i]!];
    const rate = arrivalRate(site, feed, (from + to) / 2);
    perDay += rate * (to - from) * 3600;
    perS = Math.max(perS, rate);
  }
  const { durationS } = site;
  return Math.min(perDay * Math.ceil(durationS / 86_400), perS * durationS, durationS / feed.minGapS);
}

/** Longest ride and longest move for which the bound holds: together a 15 min block. */
const longestRideS = 840;
const longestMoveS = 60;

function beltProblems({ belt, robots }: WorldSpec): SpecProblem[] {
  const rideS = belt.lengthM / belt.speedMPerS;
  const slow = robots.flatMap((r, i) =>
    r.moveS > longestMoveS
      ? [
          {
            path: ['robots', i, 'moveS'],
            message: `a move may take at most ${longestMoveS} s`,
            got: r.moveS,
            cure: 'Make the move shorter',
          },
        ]
      : [],
  );
  if (rideS <= longestRideS) return slow;
  const message = `an item would ride for ${Math.round(rideS)} s, longer than ${longestRideS} s`;
  return [
    ...slow,
    { path: ['belt', 'speedMPerS'], message, got: belt.speedMPerS, cure: 'Shorten or speed up the belt' },
  ];
}

function feedProblems({ feed, site }: WorldSpec): SpecProblem[] {
  const problems = unknownMaterials(['feed', 'materials'], feed.materials);
  const total = feed.materials.reduce((sum, { share }) => sum + share, 0);
  if (!(total > 0)) {
    problems.push({
      path: ['feed', 'materials'],
      message: 'shares must add up to more than 0',
      got: total,
      cure: 'Give at least one material a share above 0',
    });
  }
  if (!(site.closeHour > site.openHour)) {
    problems.push({
      path: ['site', 'closeHour'],
      message: 'the site never opens: closeHour must lie after openHour',
      got: site.closeHour,
      cure: `Set it above ${site.openHour}`,
    });
  }
  return problems;
}

function outputProblems({ outputs }: WorldSpec): SpecProblem[] {
  const taken = new Set(['residue']);
  return outputs.flatMap((output, i) => {
    const problems = unknownNames(['outputs', i, 'accepts'], output.accepts);
    output.bench?.pieces.forEach(({ accepts = [] }, k) => {
      problems.push(...unknownNames(['outputs', i, 'bench', 'pieces', k, 'accepts'], accepts));
    });
    if (output.tiers.length === 0 && output.bench === undefined) {
      problems.push({
        path: ['outputs', i, 'tiers'],
        message: 'has no price',
        cure: 'Add at least { minPurity: 0, priceEurPerKg: ... } (prices may be negative)',
      });
    }
    if (taken.has(output.id)) {
      problems.push({
        path: ['outputs', i, 'id'],
        message: 'is taken',
        got: output.id,
        cure: 'Give each output its own id (residue is the belt end)',
      });
    }
    taken.add(output.id);
    return problems;
  });
}

function robotProblems({ robots, outputs, belt }: WorldSpec): SpecProblem[] {
  const bins = new Map(outputs.map((o) => [o.id, o]));
  const known = [...bins.keys()].join(', ');
  let freeFromM = 0;
  return robots.flatMap((robot, i) => {
    const problems: SpecProblem[] = robot.outputs.flatMap((id, k) =>
      reachProblems(robot, id, bins, known, ['robots', i, 'outputs', k]),
    );
    const from = robot.positionM - robot.reachM;
    const to = robot.positionM + robot.reachM;
    if (from < freeFromM || to > belt.lengthM) {
      problems.push({
        path: ['robots', i, 'positionM'],
        message: `its window ${from}..${to} m must lie on the belt behind the windows before it (${freeFromM}..${belt.lengthM} m)`,
        got: robot.positionM,
        cure: 'Move the robot, shorten reachM or lengthen the belt',
      });
    }
    freeFromM = to;
    if (robot.restartSoc < robot.stopSoc) {
      problems.push({
        path: ['robots', i, 'restartSoc'],
        message: `must not lie below stopSoc (${robot.stopSoc}): it would start and stop forever`,
        got: robot.restartSoc,
        cure: `Set it between ${robot.stopSoc} and 1`,
      });
    }
    return problems;
  });
}

/** An output of a robot, at `path`, must be a bin that its hand gets to. */
function reachProblems(
  robot: RobotSpec,
  id: string,
  bins: ReadonlyMap<string, OutputSpec>,
  known: string,
  path: SpecProblem['path'],
): SpecProblem[] {
  const bin = bins.get(id);
  if (bin === undefined) {
    const cure = `Use one of ${known}`;
    const message = 'is an output that the robot cannot reach: it does not exist';
    return [{ path, message, got: id, cure, known: [...bins.keys()] }];
  }
  const { positionM, reachM } = robot;
  const away = Math.abs((bin.positionM ?? positionM) - positionM);
  if (away <= reachM) return [];
  const message = `is an output that the robot cannot reach: it stands at ${bin.positionM} m, the robot at ${positionM} m with a reach of ${reachM} m`;
  return [{ path, message, got: id, cure: 'Move the bin or the robot, or take the output from its list' }];
}

function assetProblems({ assets, robots }: WorldSpec): SpecProblem[] {
  const known = new Set(robots.map((r) => r.id));
  const cure = `Use one of ${[...known].join(', ')}`;
  return assets.flatMap((asset, i) => {
    const needsRobot = asset.kind !== 'belt' && asset.kind !== 'feeder';
    if (!needsRobot || (asset.robotId !== null && known.has(asset.robotId))) return [];
    return [
      {
        path: ['assets', i, 'robotId'],
        message: `a ${asset.kind} belongs to a robot`,
        got: asset.robotId,
        cure,
        known: [...known],
      },
    ];
  });
}

function calendarProblems({ maintenance, assets }: WorldSpec): SpecProblem[] {
  if (assets.length === 0 || maintenance.toHour > maintenance.fromHour) return [];
  return [
    {
      path: ['maintenance', 'toHour'],
      message: 'technicians never come: toHour must lie after fromHour',
      got: maintenance.toHour,
      cure: `Set it above ${maintenance.fromHour}`,
    },
  ];
}

function machineProblems({ machines = [], outputs, belt }: WorldSpec): SpecProblem[] {
  const bins = new Set(outputs.map((o) => o.id));
  const cure = `Use one of ${[...bins].join(', ')}`;
  return machines.flatMap((machine, i) => {
    const problems = unknownNames(['machines', i, 'targets'], machine.targets);
    if (!bins.has(machine.output)) {
      problems.push({
        path: ['machines', i, 'output'],
        message: 'is not an output of this site',
        got: machine.output,
        cure,
        known: [...bins],
      });
    }
    if (!(machine.positionM >= 0 && machine.positionM <= belt.lengthM)) {
      problems.push({
        path: ['machines', i, 'positionM'],
        message: `must lie on the belt, 0..${belt.lengthM} m`,
        got: machine.positionM,
        cure: 'Move it or lengthen the belt',
      });
    }
    return problems;
  });
}
