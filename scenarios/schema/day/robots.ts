import { z } from 'zod';
import { lazily } from '../../../sim/kernel/random/lazily.ts';
import { must } from '../../../sim/record/must.ts';
import { depotWorld } from '../../../sim/site/depot.ts';
import type { AssetSpec, MaintenanceSpec, RobotSpec } from '../../../sim/world.ts';
import { atLeast0, hour, id, positive, share } from '../reading/fields.ts';
import { deviceId } from './devices.ts';
import { sensorsSchema } from './sensors.ts';

const { robots, assets, maintenance } = depotWorld;
const robot = must(robots[0], 'robot of the depot');
const asset = must(assets[0], 'asset of the depot');

const robotSchema = z.strictObject({
  id: id('name of the robot'),
  positionM: atLeast0('metres along the belt'),
  reachM: positive('half width of its window, metres').default(robot.reachM),
  side: z.enum(['left', 'right']).default(robot.side).describe('side of the belt'),
  outputs: z.array(z.string()).min(1).describe('outputs it can reach'),
  actuator: z.enum(['arm', 'flap', 'node']).default(robot.actuator).describe('what moves items'),
  moveS: atLeast0('seconds of one pick').default(robot.moveS),
  moveJ: atLeast0('joules of one pick').default(robot.moveJ),
  pickSuccess: share('share of picks that succeed').default(robot.pickSuccess),
  offW: atLeast0('power when off').default(robot.offW),
  sleepW: atLeast0('power asleep').default(robot.sleepW),
  idleW: atLeast0('power awake').default(robot.idleW),
  wakeJ: atLeast0('joules of waking up').default(robot.wakeJ),
  sleepAfterS: atLeast0('idle seconds before it sleeps').default(robot.sleepAfterS),
  batteryWh: positive('battery, watt-hours').default(robot.batteryWh),
  startSoc: share('charge at the start').default(robot.startSoc),
  stopSoc: share('charge below which it stops').default(robot.stopSoc),
  restartSoc: share('charge at which it starts again').default(robot.restartSoc),
  chargeEfficiency: share('of the battery').default(robot.chargeEfficiency),
  dischargeEfficiency: share('of the battery').default(robot.dischargeEfficiency),
  selfDischargePerDay: share('of the charge').default(robot.selfDischargePerDay),
  panelW: atLeast0('panel peak power; 0 = no panel').default(robot.panelW),
  panelTempPerK: z
    .number()
    .min(-1)
    .max(1)
    .default(robot.panelTempPerK)
    .describe('change of panel power per kelvin'),
  indoorW: atLeast0('constant harvest from indoor light').default(robot.indoorW),
  computeEnergyFactor: positive('joules relative to the device of the model card').default(
    robot.computeEnergyFactor,
  ),
  computeTimeFactor: positive('seconds relative to the device of the model card').default(
    robot.computeTimeFactor,
  ),
  remoteW: atLeast0('mains power of a remote computer').default(robot.remoteW),
  sensors: sensorsSchema,
  perception: z
    .string()
    .nullable()
    .default(null)
    .describe('network that this robot always sees with, or perfect; null = that of the day'),
  device: deviceId
    .nullable()
    .default(null)
    .describe('board that runs its networks; null = training.studentDevice or training.teacherDevice'),
}) satisfies z.ZodType<RobotSpec>;

/** A robot of a scenario: as the world has it, with its network and its board. */
export type RobotSettings = z.infer<typeof robotSchema>;

const depotRobots = lazily(() => robots.map((spec) => robotSchema.parse(spec)));

export const robotsSchema = z
  .array(robotSchema)
  .default(() => [...depotRobots()])
  .describe('robots along the belt, the first one upstream');

const assetSchema = z.strictObject({
  id: id('name of the asset'),
  kind: z.enum(['belt', 'feeder', 'gripper', 'lens', 'lamp']).describe('what stops when it fails'),
  robotId: z.string().nullable().default(null).describe('the robot of a gripper, lens or lamp'),
  shapePerHour: atLeast0('gamma wear: shape per running hour').default(asset.shapePerHour),
  scale: positive('gamma wear: scale').default(asset.scale),
  limit: positive('wear at which it fails').default(asset.limit),
  startWear: z
    .union([z.number().min(0).max(1e9), z.literal('long-run')])
    .default(asset.startWear)
    .describe('wear at the start, share of the limit; long-run = as found on a day like any other'),
  plannedS: atLeast0('seconds of a planned renewal').default(asset.plannedS),
  repairS: atLeast0('seconds of a repair').default(asset.repairS),
  plannedEur: atLeast0('cost of a planned renewal').default(asset.plannedEur),
  failureEur: atLeast0('cost of a failure').default(asset.failureEur),
  readingSd: atLeast0('noise of the condition reading, share of the limit').default(asset.readingSd),
}) satisfies z.ZodType<AssetSpec>;

export const assetsSchema = z
  .array(assetSchema)
  .default(structuredClone(assets) as z.infer<typeof assetSchema>[])
  .describe('what wears');

export const maintenanceSchema = z
  .strictObject({
    inspectEveryS: positive('seconds between inspections').default(maintenance.inspectEveryS),
    travelS: atLeast0('seconds of travel').default(maintenance.travelS),
    visitEur: atLeast0('cost of a visit').default(maintenance.visitEur),
    fromHour: hour('technicians come from ...').default(maintenance.fromHour),
    toHour: hour('... to').default(maintenance.toHour),
    spareParts: z.int().min(0).default(maintenance.spareParts).describe('parts in stock'),
    spareLeadS: atLeast0('seconds until another part arrives').default(maintenance.spareLeadS),
    everyDays: atLeast0(
      'days between two occasions to get there, from the first midnight; 0 = any day',
    ).default(maintenance.everyDays ?? 0),
    periodDays: atLeast0(
      "days between visits of the policy periodic; 0 = the shortest of the assets' best ages",
    ).default(maintenance.periodDays ?? 0),
  })
  .describe('how technicians work') satisfies z.ZodType<MaintenanceSpec>;
