import { idOf, type WorldEvent } from '../../sim/record/event.ts';

interface Point {
  readonly timeUs: number;
  readonly share: number;
}

/** All that happened to one machine that wears: shares of its limit, instants, and services with their ends. */
export interface AssetStory {
  readonly wear: Point[];
  /** Condition as the instruments read it. */
  readonly readings: Point[];
  /** Inspections that called for a technician. */
  readonly warningsUs: number[];
  readonly failuresUs: number[];
  readonly services: { readonly fromUs: number; toUs: number; readonly planned: boolean }[];
}

const newStory = (): AssetStory => ({ wear: [], readings: [], warningsUs: [], failuresUs: [], services: [] });

/** The stories of all machines, by id. */
export class Upkeep {
  readonly stories = new Map<string, AssetStory>();

  add(event: WorldEvent): void {
    if (!event.type.startsWith('asset.') && !event.type.startsWith('maintenance.')) return;
    const id = idOf(event.subject);
    const story = this.stories.get(id) ?? newStory();
    this.stories.set(id, story);
    tellStory(story, event);
  }
}

function tellStory(story: AssetStory, event: WorldEvent): void {
  const { timeUs } = event;
  if (event.type === 'asset.state') {
    story.wear.push({ timeUs, share: event.data.wear });
    if (!event.data.up) story.failuresUs.push(timeUs);
  }
  if (event.type === 'asset.reading') story.readings.push({ timeUs, share: event.data.condition });
  if (event.type === 'asset.decided' && event.data.chosen === 'visit') story.warningsUs.push(timeUs);
  if (event.type === 'maintenance.start')
    story.services.push({
      fromUs: timeUs,
      toUs: Number.POSITIVE_INFINITY,
      planned: event.data.action === 'planned',
    });
  const open = story.services.at(-1);
  if (event.type === 'maintenance.end' && open !== undefined) open.toUs = timeUs;
}
