import { type RegionMessage, type RegionTopic, regionSchemaOf } from '../../sim/record/region.ts';
import { Recording } from './recording.ts';

/** Writes the messages of a region as an MCAP file. Throws InputError when the disk refuses. */
export async function writeMonths(path: string, messages: readonly RegionMessage[]): Promise<void> {
  const recording = await Recording.open(path, (topic) => regionSchemaOf(topic as RegionTopic));
  await recording.add(
    messages.map((message) => ({
      type: message.type,
      timeUs: message.timeUs,
      text: JSON.stringify(message),
    })),
  );
  await recording.close();
}
