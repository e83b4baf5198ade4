import type { Stage } from './stage.ts';

/** Where the cameras of scenes beside each other look from: whichever is moved takes the others along. */
export class SharedView {
  private pose: Stage['pose'] | null = null;

  /** Follows the shared view with a stage, or leads it there where its camera has been moved since it was at `last`; gives its place. */
  follow(stage: Stage, last: string): string {
    const { place } = stage;
    if (last !== '' && place !== last) this.pose = stage.pose;
    else if (this.pose !== null && this.pose.place !== place) stage.pose = this.pose;
    return stage.place;
  }
}
