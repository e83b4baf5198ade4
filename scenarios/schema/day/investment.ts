import { z } from 'zod';
import { SENSES } from '../../../sim/senses/registry.ts';
import { atLeast0, share } from '../reading/fields.ts';

const sensorEur = SENSES.all.map(
  ({ name }) => [name, atLeast0('EUR for its parts').max(1e6).optional()] as const,
);

/**
 * What robots cost to buy. A desktop arm that moves 10 times a minute costs EUR 1500 (300 to 5000), installed 1.8 times as much
 * (1 to 4); spares take 3 % of it a year (1 to 8); arms of this class last 3,000 hours (500 to 10,000) and cobots ten times that,
 * so 5 years are a wish; a belt of this size about EUR 4000. A service contract of 5 to 12 % of the price a year and a hall at EUR 40 to
 * 120 a m2 and year are left out as the file says nothing of them: who has no contract pays by the visit, and a belt that stands in the
 * hall already takes no more of it. All from memory; EUR of 2025 in Germany, without VAT.
 */
export const investmentSchema = z
  .strictObject({
    robotEur: atLeast0('EUR for one robot, installed, without its sensors').max(1e7).default(2700),
    sensorsEur: z
      .strictObject(Object.fromEntries(sensorEur))
      .default({})
      .describe(
        'EUR for the parts of a sense, such as visual: 250; left out = the price that comes with the sense',
      ),
    siteEur: atLeast0('EUR for belt and frame, whatever works at it').max(1e9).default(4000),
    lifeYears: z.int().min(1).max(50).default(5).describe('whole years that all of it works'),
    interest: atLeast0('real interest a year, 0.06 = 6 %').default(0.06),
    sparesShare: share('share of the price of robots and sensors that spares take a year').default(0.03),
    contractEurPerYear: atLeast0('EUR a year and robot for a contract: service, rent of software, insurance')
      .max(1e6)
      .default(0),
    floorM2: atLeast0('m2 of a hall that belt and whoever works there take').max(1e5).default(0),
    floorEurPerM2Year: atLeast0('EUR a year for a m2 of it').max(1e4).default(70),
    daysPerYear: z.int().min(1).max(366).default(250).describe('days like this one in a year'),
  })
  .describe('what it costs to buy robots: EUR of one year, without VAT');

/**
 * What an hour of a sorter costs stands in the price table; 30 attempts a minute (13 to 40; roboticsandautomationnews.com and mfgcalcs.com); misses 15 % (5 to 40) and takes 3 %
 * (1 to 10) for something else (memory).
 */
export const pickerSchema = z
  .strictObject({
    picksPerHour: atLeast0('attempts an hour at the belt').max(1e4).default(1800),
    missShare: share('share of attempts that leave the thing on the belt').max(0.99).default(0.15),
    wrongShare: share('share of things taken for another material').default(0.03),
    eurPerHour: atLeast0(
      'cost of an hour at the belt, breaks and absence included; null = by the price table',
    )
      .nullable()
      .default(null),
  })
  .describe('a person in place of the robots, to compare with');
