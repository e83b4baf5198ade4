import { TABLE_FROM_NM, TABLE_TO_NM } from './tables.ts';

/**
 * The wavelengths of one look as places in the 1 nm tables. Found once, they serve every table, and each table is then read in a
 * loop of its own (measured: a spectrum takes two thirds of the time of looking up table after table at each wavelength).
 */
export class TablePlaces {
  length = 0;
  /** Wavelengths in nm. */
  nm = new Float64Array(0);
  /** Entry at or below each wavelength, and the share of the way to the next one. */
  private entry = new Int32Array(0);
  private share = new Float64Array(0);

  /** Goes to other wavelengths, in nm; what lies outside 400..2500 takes the place at the end. */
  locate(wavelengthsNm: ArrayLike<number>): void {
    this.length = wavelengthsNm.length;
    if (this.nm.length < this.length) {
      this.nm = new Float64Array(this.length);
      this.entry = new Int32Array(this.length);
      this.share = new Float64Array(this.length);
    }
    for (let i = 0; i < this.length; i++) {
      const nm = wavelengthsNm[i]!;
      const x = Math.min(Math.max(nm, TABLE_FROM_NM), TABLE_TO_NM) - TABLE_FROM_NM;
      this.nm[i] = nm;
      this.entry[i] = x;
      this.share[i] = x - this.entry[i]!;
    }
  }

  /** Adds weight * table to `out`, interpolated linearly. */
  add(table: Float32Array, weight: number, out: Float64Array): void {
    const { length, entry, share } = this;
    for (let i = 0; i < length; i++) {
      const at = entry[i]!;
      const low = table[at]!;
      out[i] = out[i]! + weight * (low + (table[at + 1]! - low) * share[i]!);
    }
  }

  /** A column of zeros for these places: `column` itself if it is long enough. */
  zeros(column: Float64Array): Float64Array {
    if (column.length < this.length) return new Float64Array(this.length);
    return column.fill(0, 0, this.length);
  }
}
