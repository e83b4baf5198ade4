import { Vector3 } from 'three';

interface Place {
  readonly at: Vector3;
  /** The picture in which the item was put there. */
  picture: number;
}

/** Where the items of the last picture are drawn. The points are used again: a picture makes none for each of its items. */
export class Places {
  private readonly kept = new Map<number, Place>();
  private readonly spare: Place[] = [];
  private picture = 0;

  /** Begins a picture. */
  begin(): void {
    this.picture += 1;
  }

  /** Puts an item `liftM` over a point of the scene. */
  put(itemId: number, { x, y, z }: Vector3, liftM: number): void {
    let place = this.kept.get(itemId);
    if (place === undefined) {
      place = this.spare.pop() ?? { at: new Vector3(), picture: 0 };
      this.kept.set(itemId, place);
    }
    place.picture = this.picture;
    place.at.set(x, y + liftM, z);
  }

  /** Forgets the items that are not in this picture. */
  end(): void {
    this.kept.forEach((place, itemId) => {
      if (place.picture === this.picture) return;
      this.kept.delete(itemId);
      this.spare.push(place);
    });
  }

  of(itemId: number | null): Vector3 | undefined {
    return itemId === null ? undefined : this.kept.get(itemId)?.at;
  }

  forEach(hear: (at: Vector3, itemId: number) => void): void {
    this.kept.forEach(({ at }, itemId) => {
      hear(at, itemId);
    });
  }
}
