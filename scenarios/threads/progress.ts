/** How far one piece of long work has come; plain data, crosses threads. */
export interface ProgressRecord {
  /** What is being done, in words for a person: `training the teacher`. */
  readonly task: string;
  readonly done: number;
  readonly total: number;
  /** Something worth showing beside it: `validation 81.2 %`. */
  readonly note?: string;
}

/** Hears how far a piece of work has come. */
export type Report = (record: ProgressRecord) => void;

/** A sum is told in so many parts, however its pieces are weighted. */
const TOLD_IN = 10_000;

/**
 * Adds pieces of work that run side by side up to one share of the whole. That share never falls: when a piece becomes known
 * late, all that is left is spread over the rest of the bar.
 */
export class ProgressSum<Piece> {
  private readonly pieces = new Map<Piece, { readonly weight: number; share: number }>();
  /** Share told, and weight done, when the pieces last changed. */
  private base = { share: 0, done: 0 };

  constructor(private readonly emit: Report) {}

  /** Makes a piece known; only the ratios of the weights matter. Tell all that are known before the first report. */
  expect(piece: Piece, weight: number): void {
    this.change(() => this.pieces.set(piece, { weight, share: 0 }));
  }

  /** Takes out a piece that needs no work. */
  leaveOut(piece: Piece): void {
    this.change(() => this.pieces.delete(piece));
  }

  /** Tells the sum after a report of one piece, in the words of that report. */
  report(piece: Piece, record: ProgressRecord): void {
    const known = this.pieces.get(piece);
    const share = record.total > 0 ? Math.min(1, record.done / record.total) : 1;
    if (known) known.share = Math.max(known.share, share);
    this.emit({ ...record, done: Math.floor(TOLD_IN * this.share()), total: TOLD_IN });
  }

  private change(apply: () => void): void {
    const share = this.share();
    apply();
    this.base = { share, done: this.sum().done };
  }

  private sum(): { readonly done: number; readonly total: number } {
    let [done, total] = [0, 0];
    for (const { weight, share } of this.pieces.values()) {
      done += weight * share;
      total += weight;
    }
    return { done, total };
  }

  private share(): number {
    const { done, total } = this.sum();
    const { base } = this;
    if (total <= base.done) return base.share;
    return base.share + (1 - base.share) * ((done - base.done) / (total - base.done));
  }
}
