/** Kilograms of one material that went each way since the first day. */
export interface MaterialFlow {
  /** Put into use as new products. */
  readonly newKg: number;
  /** Of it from recycled feed. */
  readonly recycledKg: number;
  /** Put into use again by workshops. */
  readonly reusedKg: number;
  readonly givenUpKg: number;
  /** Worked on by reprocessors, and what of it became feed. */
  readonly reprocessedKg: number;
  readonly feedKg: number;
}

export type Way = keyof MaterialFlow;

const ways: readonly Way[] = ['newKg', 'recycledKg', 'reusedKg', 'givenUpKg', 'reprocessedKg', 'feedKg'];

/** Counts what each material does in its life: the accounts know kilograms by place, this knows them by material. */
export class MaterialTally {
  readonly #kg: Readonly<Record<Way, Float64Array>>;
  readonly #cellsPerMaterial: number;

  constructor(materials: number, cellsPerMaterial: number) {
    this.#kg = Object.fromEntries(ways.map((way) => [way, new Float64Array(materials)])) as Record<
      Way,
      Float64Array
    >;
    this.#cellsPerMaterial = cellsPerMaterial;
  }

  add(way: Way, material: number, kg: number): void {
    this.#kg[way][material]! += kg;
  }

  /** Adds a lot by its materials. */
  addLot(way: Way, lot: Float64Array): void {
    const kg = this.#kg[way];
    for (let cell = 0; cell < lot.length; cell++)
      kg[Math.floor(cell / this.#cellsPerMaterial)]! += lot[cell]!;
  }

  of(material: number): MaterialFlow {
    return Object.fromEntries(ways.map((way) => [way, this.#kg[way][material]!])) as Record<Way, number>;
  }
}
