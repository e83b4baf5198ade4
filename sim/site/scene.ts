import type { Eyes, Ports } from '../ports.ts';
import { canonicalJson } from '../record/canonical.ts';
import type { SceneRobot, SiteLayout } from '../record/scene.ts';
import { SENSES, type SenseRegistry } from '../senses/registry.ts';
import { sensesOf, stateOfSense } from '../senses/sensors.ts';
import type { AssetSpec, RobotSpec, WorldSpec } from '../world.ts';

/** How a site is drawn: robots and belt where the world says, bins where they stand or else spread along the robots, left and right in turn. */
export function sceneOf(world: WorldSpec, ports: Pick<Ports, 'eyes' | 'senses'>): SiteLayout {
  const { site, belt, robots, outputs, assets } = world;
  return {
    startHour: site.startHour,
    latitudeDeg: site.latitudeDeg,
    dayOfYear: site.dayOfYear,
    durationUs: Math.round(site.durationS * 1e6),
    belt: { lengthM: belt.lengthM, widthM: belt.widthM, speedMPerS: belt.speedMPerS },
    robots: robots.map((robot) => sceneRobot(robot, ports.eyes(robot.id), ports.senses ?? SENSES)),
    bins: [...outputs.map((o, i) => sceneBin(world, o.id, i)), endBin(world)],
    assets: assets.map((a) => ({ id: a.id, name: a.kind, xM: assetX(world, a) })),
  };
}

function sceneRobot(spec: RobotSpec, { perception, escalation }: Eyes, registry: SenseRegistry): SceneRobot {
  return {
    id: spec.id,
    xM: spec.positionM,
    side: spec.side,
    reachM: spec.reachM,
    cameraXM: spec.positionM - spec.reachM,
    actuator: spec.actuator,
    batteryJ: spec.batteryWh * 3600,
    panelW: spec.panelW,
    looks: [perception, ...escalation].map(({ name, device, senses }) => ({ network: name, device, senses })),
    sensors: sensesOf(spec.sensors).map((sense) => {
      const model = registry.need(sense);
      const state = stateOfSense(spec.sensors, sense);
      return { sense, title: model.title, state: canonicalJson(state), drawing: model.drawing(state) };
    }),
  };
}

function sceneBin(world: WorldSpec, id: string, index: number): SiteLayout['bins'][number] {
  const output = world.outputs[index]!;
  const [first, last] = [world.robots[0], world.robots.at(-1)];
  const fromM = first === undefined ? 0 : first.positionM - first.reachM;
  const toM = last === undefined ? world.belt.lengthM : last.positionM + last.reachM;
  const share = world.outputs.length > 1 ? index / (world.outputs.length - 1) : 0.5;
  return {
    id,
    use: output.use,
    accepts: output.accepts,
    xM: output.positionM ?? fromM + share * (toM - fromM),
    side: index % 2 === 0 ? 'left' : 'right',
    capacityKg: output.capacityKg,
  };
}

function endBin(world: WorldSpec): SiteLayout['bins'][number] {
  return {
    id: 'residue',
    use: 'dispose',
    accepts: [],
    xM: world.belt.lengthM + 0.4,
    side: 'end',
    capacityKg: 0,
  };
}

function assetX(world: WorldSpec, asset: AssetSpec): number {
  const robot = world.robots.find((r) => r.id === asset.robotId);
  return robot?.positionM ?? (asset.kind === 'feeder' ? 0 : world.belt.lengthM);
}
