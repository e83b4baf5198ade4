import { z } from 'zod';
import { MEASURED_DEVICES } from '../../../models/device/mlperf-tiny.ts';

/** The boards that networks run on, by the ids of their energy models. */
export const deviceId = z.enum(MEASURED_DEVICES.map(({ id }) => id) as [string, ...string[]]);
