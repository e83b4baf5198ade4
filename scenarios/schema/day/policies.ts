import { z } from 'zod';
import { maintenancePolicies, processPolicies, sortPolicies } from '../../../sim/decisions/policies.ts';

/** How an item can be seen: three trained networks and the ablation that sees the hidden state. */
const perceptionNames = ['labels-only', 'distilled', 'teacher', 'perfect'] as const;

const sorting = Object.keys(sortPolicies) as [string, ...string[]];
const processing = Object.keys(processPolicies) as [string, ...string[]];
const maintenance = Object.keys(maintenancePolicies) as [string, ...string[]];

export const policiesSchema = z
  .strictObject({
    perceptions: z
      .array(z.enum(perceptionNames))
      .min(1)
      .default(['labels-only', 'distilled', 'teacher', 'perfect'])
      .describe('what the robots see with; the day is simulated once for each'),
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
