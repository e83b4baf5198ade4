/** An item as it was drawn, in scene metres; `out` = it stands back behind those that the reader asked for. */
export interface DrawnItem {
  readonly itemId: number;
  readonly x: number;
  readonly y: number;
  readonly z: number;
  readonly out: boolean;
}

/** An instant as it was drawn. */
export interface Drawn {
  readonly timeUs: number;
  readonly items: readonly DrawnItem[];
}
