import { createHash } from 'node:crypto';
import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nodeHasher } from '../../scenarios/record/node-hasher.ts';
import { CanonicalHash, canonicalJson, pureHasher } from '../../sim/record/canonical.ts';
import type { JsonValue } from '../../sim/record/json.ts';

const hashers = { pure: pureHasher, node: nodeHasher };

/** Canonical JSON as it is defined, without any thought of speed. */
function plainly(value: JsonValue): string {
  if (Array.isArray(value)) return `[${value.map(plainly).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${fields.map(([key, inner]) => `${JSON.stringify(key)}:${plainly(inner)}`).join(',')}}`;
}

describe.each(Object.entries(hashers))('the %s hasher', (_name, open) => {
  it('gives SHA-256 of text and bytes, in pieces and read in between', () => {
    const hasher = open();
    hasher.update('a');
    hasher.hex();
    hasher.update(new TextEncoder().encode('\u00e9'));
    hasher.update('\u{1F600}\uD800');
    const whole = createHash('sha256').update('a\u00e9\u{1F600}\uD800').digest('hex');
    expect(hasher.hex()).toBe(whole);
    expect(hasher.hex()).toBe(whole);
  });

  it('hashes the canonical lines of anything, however many there are', () => {
    assert(
      property(jsonValue({ maxDepth: 3 }), (value) => {
        const own = new CanonicalHash(open());
        const text = own.add(value as JsonValue);
        expect(text).toBe(plainly(value as JsonValue));
        expect(own.hex()).toBe(createHash('sha256').update(`${text}\n`).digest('hex'));
      }),
      { numRuns: 200 },
    );
    const [long, whole] = [new CanonicalHash(open()), createHash('sha256')];
    for (let i = 0; i < 5000; i++) {
      const value = { z: i / 7, a: `line ${i}`, 10: null, 9: true };
      long.add(value);
      whole.update(`${canonicalJson(value)}\n`);
    }
    expect(long.hex()).toBe(whole.digest('hex'));
  });
});

it('keys beyond a handful are sorted too', () => {
  const many = Object.fromEntries(Array.from({ length: 100 }, (_, i) => [`k${(i * 37) % 100}`, i]));
  expect(canonicalJson(many)).toBe(plainly(many));
});
