import { z } from 'zod';
import { maintenancePolicies, processPolicies, sortPolicies } from '../../../sim/decisions/policies.ts';
import { senseName } from './sensors.ts';

const sorting = Object.keys(sortPolicies) as [string, ...string[]];
const processing = Object.keys(processPolicies) as [string, ...string[]];
const maintenance = Object.keys(maintenancePolicies) as [string, ...string[]];

export const policiesSchema = z
  .strictObject({
    perceptions: z
      .array(z.string())
      .min(1)
      .default(['labels-only', 'distilled', 'teacher', 'perfect'])
      .describe(
        'what the robots see with; the day is simulated once for each: built-in networks, networks of this file, asks-when-in-doubt, or an ablation: perfect, material-only, shuffled-condition; nobody and a person at the belt are added',
      ),
    furtherLooks: z
      .strictObject({
        first: z
          .string()
          .default('distilled')
          .describe('network of the first look under the perception asks-when-in-doubt'),
        network: z.string().default('teacher').describe('network that answers them'),
        adds: z
          .array(z.array(senseName).min(1))
          .default([['thermal'], ['spectral']])
          .describe('senses that each further look adds to those before it, in order'),
      })
      .prefault({})
      .describe(
        'better looks that a robot may take under a sorting policy that asks, or the perception asks-when-in-doubt',
      ),
    sorting: z.enum(sorting).default('expected-value').describe('what to do with a seen item'),
    processing: z
      .enum(processing)
      .default('steady')
      .describe('belt speed, thresholds, bales; asked every processEveryS'),
    maintenance: z
      .array(z.enum(maintenance))
      .min(1)
      .default(['condition', 'run-to-failure'])
      .describe('when to send a technician; the first is used for every perception'),
  })
  .describe('who decides, and by which rule');
