import { z } from 'zod';
import { FULL_COUPLING } from '../../../sim/materials/appearance.ts';
import { depotWorld } from '../../../sim/site/depot.ts';
import type { BeltSpec, FeedSpec, SiteSpec } from '../../../sim/world.ts';
import { any, atLeast0, carbonFactor, hour, lookCoupling, positive, share } from '../reading/fields.ts';

const { site, feed, belt, economy } = depotWorld;

export const siteSchema = z
  .strictObject({
    latitudeDeg: z.number().min(-90).max(90).default(site.latitudeDeg).describe('degrees north'),
    altitudeM: atLeast0('metres above sea level').max(9000).default(site.altitudeM),
    dayOfYear: z.int().min(1).max(366).default(site.dayOfYear).describe('1 = 1 January'),
    startHour: hour('solar time at which the run starts; 12 = sun in the south').default(site.startHour),
    durationS: positive('seconds to simulate, at most a year; a region can run longer')
      .max(366 * 86_400)
      .default(site.durationS),
    openHour: hour('items arrive from here ...').default(site.openHour),
    closeHour: hour('... to here').default(site.closeHour),
    linkeTurbidity: atLeast0('Linke turbidity; 0 = Haurwitz clear sky').default(site.linkeTurbidity),
    cloudShare: share('share of cloudy quarter hours').default(site.cloudShare),
    cloudPersistence: share('how closely a quarter hour resembles the one before').default(
      site.cloudPersistence,
    ),
    cloudTransmission: share('what a cloud lets through').default(site.cloudTransmission),
    ambientC: z.number().min(-60).max(60).default(site.ambientC).describe('air temperature, degrees Celsius'),
    windMPerS: atLeast0('wind, metres per second').default(site.windMPerS),
    skyStepS: positive('seconds between two looks at the sky').default(site.skyStepS),
  })
  .describe('place, calendar and sky') satisfies z.ZodType<SiteSpec>;

export const feedSchema = z
  .strictObject({
    materials: z
      .array(
        z.strictObject({
          materialId: z.string().min(1).describe('catalogue id; looptwin materials lists them'),
          share: atLeast0('relative number of items'),
        }),
      )
      .min(1)
      .default(feed.materials.map((m) => ({ ...m }))),
    ratePerHour: atLeast0('items per hour').default(feed.ratePerHour),
    surges: z
      .array(
        z.strictObject({
          fromHour: hour('start of the surge'),
          toHour: hour('end of the surge'),
          factor: atLeast0('multiplies the rate'),
        }),
      )
      .max(100)
      .default(feed.surges.map((s) => ({ ...s }))),
    minGapS: atLeast0('smallest time between two items').default(feed.minGapS),
    poolSize: z
      .int()
      .min(0)
      .default(feed.poolSize)
      .describe('0 = every arrival is new; N = drawn from N prepared items'),
    stateWeights: z
      .array(atLeast0('weight of one degradation state'))
      .refine((w) => w.length === 0 || w.length === 10, 'must hold 10 weights (states 0..9) or none')
      .default([...feed.stateWeights])
      .describe('weights of degradation states 0..9; empty = whatever use gives'),
    lookCoupling: lookCoupling.default(feed.lookCoupling ?? FULL_COUPLING),
    soilTimes: atLeast0('times as much soil on every item as its life left there; left out = 1')
      .max(100)
      .optional(),
    wetShare: share('share of the items that arrive wet; left out = as their last days left them').optional(),
  })
  .describe('what arrives, and when') satisfies z.ZodType<FeedSpec>;

export const beltSchema = z
  .strictObject({
    lengthM: positive('metres').default(belt.lengthM),
    widthM: positive('metres').default(belt.widthM),
    speedMPerS: positive('metres per second').default(belt.speedMPerS),
    powerW: atLeast0('mains power while it runs').default(belt.powerW),
    resortPasses: z
      .int()
      .min(0)
      .default(belt.resortPasses ?? 0)
      .describe('how often an unpicked item goes round again'),
    resortS: atLeast0('seconds of the way back').default(belt.resortS ?? 0),
  })
  .describe('the belt') satisfies z.ZodType<BeltSpec>;

export const economySchema = z
  .strictObject({
    mainsEurPerKWh: any('price of mains power; may be negative; null = by the price table')
      .nullable()
      .default(null),
    mainsCarbon: carbonFactor.default({ ...economy.mainsCarbon }),
    fixedEurPerHour: atLeast0('rent, staff and other costs of an open hour').default(economy.fixedEurPerHour),
  })
  .describe('prices that belong to no output');
