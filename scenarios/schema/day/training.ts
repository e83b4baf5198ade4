import { z } from 'zod';
import { deviceId } from './devices.ts';
import { sensorsSchema } from './sensors.ts';

const count = (doc: string, fallback: number) => z.int().min(0).default(fallback).describe(doc);

export const trainingSchema = z
  .strictObject({
    seed: z
      .int()
      .min(0)
      .max(4294967295)
      .default(1)
      .describe('seed of data and weights; --seed does not change it'),
    imagePx: z
      .union([z.literal(32), z.literal(64)])
      .default(32)
      .describe('side of the images that the networks take'),
    materials: z
      .array(z.string().min(1))
      .default([])
      .describe('what the networks learn; empty = the materials of the feed'),
    perMaterial: z
      .strictObject({
        labelled: z.int().min(1).default(20).describe('items with a label'),
        unlabelled: count('items seen by all sensors, without a label', 160),
        validation: z.int().min(1).default(20).describe('items for choices'),
        calibration: count('items for quantisation', 0),
        test: z.int().min(1).default(60).describe('items for the one evaluation at the end'),
      })
      .prefault({})
      .describe('items of each material in each part of the data set'),
    teacherSteps: z.int().min(1).default(600).describe('optimiser steps of the teacher'),
    studentSteps: z.int().min(1).default(600).describe('optimiser steps of each student'),
    studentDevice: deviceId.default('U575').describe('device that runs a student on the robot'),
    teacherDevice: deviceId.default('GAP9').describe('device that runs the teacher on the robot'),
    sensors: sensorsSchema.prefault({}).describe('state of the sensors that the data set is rendered with'),
    testDraw: z.int().min(0).max(11).default(0).describe('how often the test set has been opened'),
  })
  .describe('the networks');

export type TrainingSettings = z.infer<typeof trainingSchema>;
