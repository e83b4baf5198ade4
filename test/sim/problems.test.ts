import { describe, expect, it } from 'vitest';
import { problemsOf } from '../../sim/problems.ts';
import type { AssetSpec, MachineSpec, WorldSpec } from '../../sim/world.ts';
import { plainDepot } from './plain-depot.ts';

const robot = plainDepot.robots[0]!;
const output = plainDepot.outputs[0]!.id;
const asset: AssetSpec = {
  ...{ id: 'drive', kind: 'belt', robotId: null, shapePerHour: 0.5, scale: 1, limit: 20, startWear: 0 },
  ...{ plannedS: 300, repairS: 300, plannedEur: 1, failureEur: 1 },
} as AssetSpec;
const magnet: MachineSpec = {
  ...{ id: 'magnet', kind: 'magnet', positionM: 1, output, targets: ['STEEL'], yield: 1, falseShare: 0 },
  ...{ loadPerTPerH: 0, deadValves: 0, deadValveLoss: 0, flatFactor: 1, blowWindowM: 0.1, powerW: 0 },
};

/** Where and what is wrong with the depot after a change. */
const wrong = (change: Partial<WorldSpec>) =>
  problemsOf({ ...plainDepot, ...change }).map(({ path, message, got }) => [path.join('.'), message, got]);

describe('problems of a site', () => {
  it('the depot has none', () => {
    expect(wrong({})).toEqual([]);
    expect(wrong({ assets: [asset], machines: [magnet] })).toEqual([]);
  });

  it('ids of robots, assets and machines that are used twice', () => {
    const found = wrong({
      robots: [robot, { ...robot, positionM: robot.positionM + 2 * robot.reachM }],
      assets: [asset, { ...asset, startWear: 1 }],
      machines: [magnet, magnet],
    });
    for (const [list, id] of [
      ['robots', robot.id],
      ['assets', asset.id],
      ['machines', magnet.id],
    ])
      expect(found).toContainEqual([`${list}.1.id`, 'is used twice', id]);
  });

  it('targets of a machine that the catalogue does not hold', () => {
    expect(wrong({ machines: [{ ...magnet, targets: ['STEEL', 'metalx'] }] })).toEqual([
      ['machines.0.targets.1', 'is not a material, class or family of the catalogue', 'metalx'],
    ]);
  });
});
