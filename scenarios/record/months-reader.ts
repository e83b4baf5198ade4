import { McapStreamReader } from '@mcap/core';
import { decodeRegionMessage, type RegionMessage } from '../../sim/record/region.ts';
import type { Damage } from './reader.ts';

/** Name of the recording in the run folder of a region. */
export const monthsFile = 'months.mcap';

/** What a recording of a region holds, as far as it is whole. */
export interface RegionReading {
  readonly messages: readonly RegionMessage[];
  readonly damage: Damage | null;
}

const AGAIN = 'Make it again: looptwin run <region scenario>';

/** Reads a whole recording of a region from its bytes: up to the first thing that is wrong, which is told in words. */
export function readMonths(bytes: Uint8Array): RegionReading {
  const messages: RegionMessage[] = [];
  const whole = (): string => {
    const months = messages.filter(({ type }) => type === 'region.month').length;
    return messages.length === 0 ? 'cannot be read' : `is whole for its first ${months} months only`;
  };
  const damage = (why: string): Damage => ({ what: `${monthsFile} ${whole()}: ${why}`, cure: AGAIN });
  if (bytes.length === 0) return { messages, damage: damage('it is empty') };
  try {
    const mcap = new McapStreamReader();
    mcap.append(bytes);
    readInto(messages, mcap);
    if (!mcap.done()) return { messages, damage: damage('it is cut off') };
    if (messages.at(-1)?.type !== 'region.ended') throw new Error('it ends without region.ended');
    return { messages, damage: null };
  } catch (error) {
    return { messages, damage: damage((error as Error).message) };
  }
}

function readInto(messages: RegionMessage[], mcap: McapStreamReader): void {
  const text = new TextDecoder('utf-8', { fatal: true });
  const topics = new Map<number, string>();
  for (let record = mcap.nextRecord(); record; record = mcap.nextRecord()) {
    if (record.type === 'Channel') topics.set(record.id, record.topic);
    if (record.type !== 'Message') continue;
    const topic = topics.get(record.channelId) ?? '';
    if (messages.length === 0 && topic !== 'region.started')
      throw new Error('it does not begin with region.started, so another program wrote it');
    const message = decodeRegionMessage(topic, text.decode(record.data));
    checkLists(messages, message);
    messages.push(message);
  }
}

/** Lists of a month are as long as those of the start that they follow. */
function checkLists([started]: readonly RegionMessage[], message: RegionMessage): void {
  if (started?.type !== 'region.started' || message.type !== 'region.month') return;
  const { places, routes, buyers, boundaries, policies } = started.data;
  const { stockKg, routeKg, routeTrips, priceEurPerKg, co2eKg, policy } = message.data;
  const fits =
    policies.includes(policy) &&
    stockKg.length === places.length &&
    stockKg.every((groups) => groups.length === started.data.groups.length) &&
    [routeKg, routeTrips].every(({ length }) => length === routes.length) &&
    priceEurPerKg.length === buyers.length &&
    co2eKg.length === boundaries.length;
  if (!fits) throw new Error(`a month of ${policy} does not fit the region that it began with`);
}
