import { z } from 'zod';
import { DEVICES } from '../../../models/device/device.ts';

/** The boards that networks run on, by the ids of their energy models. */
export const deviceId = z.enum(DEVICES.map(({ device }) => device.id) as [string, ...string[]]);
