import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProgressSum } from '../../../scenarios/threads/progress.ts';

/** A sum with the shares that it told. */
function told() {
  const shares: number[] = [];
  const sum = new ProgressSum<string>(({ done, total }) => void shares.push(done / total));
  const report = (piece: string, share: number) => sum.report(piece, { task: '', done: share, total: 1 });
  return { sum, report, shares };
}

describe('the progress of pieces side by side', () => {
  it('is their weighted mean', () => {
    const { sum, report, shares } = told();
    sum.expect('short', 1);
    sum.expect('long', 3);
    report('short', 1);
    report('long', 0.5);
    report('long', 1);
    expect(shares).toEqual([0.25, 0.625, 1]);
  });

  it('keeps its place when a piece becomes known late, and spreads what is left over the rest', () => {
    const { sum, report, shares } = told();
    sum.expect('first', 1);
    report('first', 0.5);
    sum.expect('late', 4);
    report('first', 1);
    report('late', 0.5);
    report('late', 1);
    expect(shares[0]).toBe(0.5);
    expect(shares[1]).toBeCloseTo(0.5 + 0.5 * (0.5 / 4.5), 3);
    expect(shares[2]).toBeCloseTo(0.5 + 0.5 * (2.5 / 4.5), 3);
    expect(shares[3]).toBe(1);
  });

  it('counts nothing for a piece that needs no work', () => {
    const { sum, report, shares } = told();
    sum.expect('kept', 100);
    sum.expect('work', 1);
    sum.leaveOut('kept');
    report('work', 0.5);
    expect(shares).toEqual([0.5]);
  });

  it('never falls, whatever is told in whatever order, and ends at the whole', () => {
    const piece = fc.constantFrom('a', 'b', 'c', 'd');
    const step = fc.oneof(
      fc.record({
        do: fc.constant('report' as const),
        piece,
        share: fc.double({ min: 0, max: 1, noNaN: true }),
      }),
      fc.record({ do: fc.constant('expect' as const), piece, weight: fc.integer({ min: 1, max: 9 }) }),
      fc.record({ do: fc.constant('leave out' as const), piece }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
        const { sum, report, shares } = told();
        sum.expect('last', 1);
        for (const s of steps) {
          if (s.do === 'report') report(s.piece, s.share);
          else if (s.do === 'expect') sum.expect(s.piece, s.weight);
          else sum.leaveOut(s.piece);
        }
        for (const p of ['a', 'b', 'c', 'd', 'last']) report(p, 1);
        expect(shares).toEqual([...shares].sort((x, y) => x - y));
        expect(shares.at(-1)).toBe(1);
      }),
    );
  });
});
