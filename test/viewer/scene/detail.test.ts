import { describe, expect, it } from 'vitest';
import { Detail } from '../../../viewer/scene/detail.ts';

describe('detail', () => {
  it('stays full on a machine that keeps up, whatever one late frame does', () => {
    const detail = new Detail();
    for (let i = 0; i < 50; i++) expect(detail.after(i === 20 ? 400 : 16, true)).toBe(1);
  });

  it('is given up while frames come late, and is full again in a pause', () => {
    const detail = new Detail();
    for (let i = 0; i < 30; i++) detail.after(300, true);
    expect(detail.after(300, true)).toBe(0.4);
    expect(detail.after(300, false)).toBe(1);
  });

  it('is spent only when frames still come late with the fewest pixels', () => {
    const detail = new Detail();
    const late = (frames: number): void => {
      for (let i = 0; i < frames; i++) detail.after(300, true);
    };
    late(12);
    expect([detail.after(16, true), detail.spent]).toEqual([0.4, false]);
    late(3);
    expect(detail.spent).toBe(true);
  });
});
