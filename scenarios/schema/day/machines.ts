import { z } from 'zod';
import type { MachineSpec } from '../../../sim/world.ts';
import { atLeast0, id, share } from '../reading/fields.ts';

const machineSchema = z.strictObject({
  id: id('name of the machine'),
  kind: z.enum(['magnet', 'eddy-current', 'optical', 'screen']).describe('what it sorts by'),
  positionM: atLeast0('metres along the belt'),
  output: z.string().min(1).describe('output that it ejects into'),
  targets: z.array(z.string()).min(1).describe('material ids, classes or families that it means to eject'),
  yield: share('share of its targets that it ejects'),
  falseShare: share('share of other items that it ejects even when they lie alone').default(0),
  loadPerTPerH: atLeast0('yield falls by exp(-this x tonnes an hour)').default(0),
  deadValves: share('share of valves that are dead').default(0),
  deadValveLoss: share('share of the yield that a dead valve costs').default(1),
  flatFactor: share('yield on flat items, relative').default(1),
  blowWindowM: atLeast0('length of belt that one blow clears').default(0),
  powerW: atLeast0('mains power while it runs').default(0),
}) satisfies z.ZodType<MachineSpec>;

export const machinesSchema = z.array(machineSchema).default([]).describe('sorting machines along the belt');
