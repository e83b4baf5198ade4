import { materials } from './materials/catalogue.ts';
import type { OutputSpec, RobotSpec, SpecProblem, WorldSpec } from './world.ts';

export type { SpecProblem };

/** Everything that makes a world unplayable, all at once; an empty list means it can run. Single-field ranges are the schema's task. */
export function problemsOf(world: WorldSpec): SpecProblem[] {
  return [
    ...beltProblems(world),
    ...feedProblems(world),
    ...outputProblems(world),
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
  return entries.flatMap(({ id }, i) =>
    entries.findIndex((other) => other.id === id) === i
      ? []
      : [
          {
            path: [list, i, 'id'],
            message: 'is used twice',
            got: id,
            cure: `give each of the ${list} its own id`,
          },
        ],
  );
}

/** Names at `path` that are neither a material nor a class nor a family of the catalogue. */
function unknownNames(path: SpecProblem['path'], names: readonly string[]): SpecProblem[] {
  const known = new Set(materials.flatMap((m) => [m.id, m.class, m.family]));
  return names.flatMap((name, k) =>
    known.has(name)
      ? []
      : [
          {
            path: [...path, k],
            message: 'is no material, class or family of the catalogue',
            got: name,
            cure: 'list the names with `looptwin materials`',
          },
        ],
  );
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
            message: `a move may take ${longestMoveS} s at most`,
            got: r.moveS,
            cure: 'make the move shorter',
          },
        ]
      : [],
  );
  if (rideS <= longestRideS) return slow;
  const message = `an item would ride for ${Math.round(rideS)} s, longer than ${longestRideS} s`;
  return [
    ...slow,
    { path: ['belt', 'speedMPerS'], message, got: belt.speedMPerS, cure: 'shorten or speed up the belt' },
  ];
}

function feedProblems({ feed, site }: WorldSpec): SpecProblem[] {
  const known = new Set(materials.map((m) => m.id));
  const problems: SpecProblem[] = feed.materials.flatMap(({ materialId }, i) =>
    known.has(materialId)
      ? []
      : [
          {
            path: ['feed', 'materials', i, 'materialId'],
            message: 'is not in the catalogue',
            got: materialId,
            cure: 'list the ids with `looptwin materials`',
          },
        ],
  );
  const total = feed.materials.reduce((sum, { share }) => sum + share, 0);
  if (!(total > 0)) {
    problems.push({
      path: ['feed', 'materials'],
      message: 'shares must add up to more than 0',
      got: total,
      cure: 'give at least one material a share above 0',
    });
  }
  if (!(site.closeHour > site.openHour)) {
    problems.push({
      path: ['site', 'closeHour'],
      message: 'the site never opens: closeHour must lie after openHour',
      got: site.closeHour,
      cure: `set it above ${site.openHour}`,
    });
  }
  return problems;
}

function outputProblems({ outputs }: WorldSpec): SpecProblem[] {
  return outputs.flatMap((output, i) => {
    const problems = unknownNames(['outputs', i, 'accepts'], output.accepts);
    if (output.tiers.length === 0) {
      problems.push({
        path: ['outputs', i, 'tiers'],
        message: 'has no price',
        cure: 'add at least { minPurity: 0, priceEurPerKg: ... } (prices may be negative)',
      });
    }
    if (outputs.findIndex((o) => o.id === output.id) !== i || output.id === 'residue') {
      problems.push({
        path: ['outputs', i, 'id'],
        message: 'is taken',
        got: output.id,
        cure: 'give each output its own id (residue is the belt end)',
      });
    }
    return problems;
  });
}

function robotProblems({ robots, outputs, belt }: WorldSpec): SpecProblem[] {
  const bins = new Map(outputs.map((o) => [o.id, o]));
  let freeFromM = 0;
  return robots.flatMap((robot, i) => {
    const problems: SpecProblem[] = robot.outputs.flatMap((id, k) => reachProblems(robot, id, bins, i, k));
    const from = robot.positionM - robot.reachM;
    const to = robot.positionM + robot.reachM;
    if (from < freeFromM || to > belt.lengthM) {
      problems.push({
        path: ['robots', i, 'positionM'],
        message: `its window ${from}..${to} m must lie on the belt behind the windows before it (${freeFromM}..${belt.lengthM} m)`,
        got: robot.positionM,
        cure: 'move the robot, shorten reachM or lengthen the belt',
      });
    }
    freeFromM = to;
    if (robot.restartSoc < robot.stopSoc) {
      problems.push({
        path: ['robots', i, 'restartSoc'],
        message: `must not lie below stopSoc (${robot.stopSoc}): it would start and stop for ever`,
        got: robot.restartSoc,
        cure: `set it between ${robot.stopSoc} and 1`,
      });
    }
    return problems;
  });
}

/** The k-th output of the i-th robot must be a bin that its hand gets to. */
function reachProblems(
  robot: RobotSpec,
  id: string,
  bins: ReadonlyMap<string, OutputSpec>,
  i: number,
  k: number,
): SpecProblem[] {
  const path = ['robots', i, 'outputs', k];
  const bin = bins.get(id);
  if (bin === undefined) {
    const cure = `use one of ${[...bins.keys()].join(', ')}`;
    return [{ path, message: 'is an output that the robot cannot reach: it does not exist', got: id, cure }];
  }
  const { positionM, reachM } = robot;
  const away = Math.abs((bin.positionM ?? positionM) - positionM);
  if (away <= reachM) return [];
  const message = `is an output that the robot cannot reach: it stands at ${bin.positionM} m, the robot at ${positionM} m with a reach of ${reachM} m`;
  return [{ path, message, got: id, cure: 'move the bin or the robot, or take the output from its list' }];
}

function assetProblems({ assets, robots }: WorldSpec): SpecProblem[] {
  const known = new Set(robots.map((r) => r.id));
  return assets.flatMap((asset, i) => {
    const needsRobot = asset.kind !== 'belt' && asset.kind !== 'feeder';
    if (!needsRobot || (asset.robotId !== null && known.has(asset.robotId))) return [];
    return [
      {
        path: ['assets', i, 'robotId'],
        message: `a ${asset.kind} belongs to a robot`,
        got: asset.robotId,
        cure: `use one of ${[...known].join(', ')}`,
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
      cure: `set it above ${maintenance.fromHour}`,
    },
  ];
}

function machineProblems({ machines = [], outputs, belt }: WorldSpec): SpecProblem[] {
  const bins = new Set(outputs.map((o) => o.id));
  return machines.flatMap((machine, i) => {
    const problems = unknownNames(['machines', i, 'targets'], machine.targets);
    if (!bins.has(machine.output)) {
      problems.push({
        path: ['machines', i, 'output'],
        message: 'is no output of this site',
        got: machine.output,
        cure: `use one of ${[...bins].join(', ')}`,
      });
    }
    if (!(machine.positionM >= 0 && machine.positionM <= belt.lengthM)) {
      problems.push({
        path: ['machines', i, 'positionM'],
        message: `must lie on the belt, 0..${belt.lengthM} m`,
        got: machine.positionM,
        cure: 'move it or lengthen the belt',
      });
    }
    return problems;
  });
}
