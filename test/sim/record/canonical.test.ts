import { describe, expect, test, vi } from 'vitest';
import { CanonicalHash, canonicalJson, sha256Hex } from '../../../sim/record/canonical.ts';
import type { JsonValue } from '../../../sim/record/json.ts';

describe('canonical JSON', () => {
  test('keys are sorted at every depth, arrays keep their order, nothing is padded', () => {
    expect(canonicalJson({ b: [3, 1, { z: null, a: true }], a: 'x"y' })).toBe(
      '{"a":"x\\"y","b":[3,1,{"a":true,"z":null}]}',
    );
    expect(canonicalJson({ b: 1, a: 2 })).toBe(canonicalJson({ a: 2, b: 1 }));
  });

  test('numbers read back equal', () => {
    for (const x of [0.1, 1e21, 1e-7, 123456789.123, -5, 2 ** 53])
      expect(JSON.parse(canonicalJson(x))).toBe(x);
  });

  test('what JSON would silently change is refused, with its place', () => {
    expect(() => canonicalJson({ a: [1, Number.NaN] })).toThrow(
      'canonical JSON: $.a[1] must be finite, got NaN',
    );
    expect(() => canonicalJson({ a: { b: undefined } } as unknown as JsonValue)).toThrow(
      /\$\.a\.b must be plain data/,
    );
  });
});

test('the keys of alike records are put in order once; of records that are used as maps only some are remembered', () => {
  const written = vi.spyOn(JSON, 'stringify');
  const alike = Array.from({ length: 100 }, () => ({ y: 1, x: 2 }));
  canonicalJson(alike);
  expect(written).toHaveBeenCalledTimes(2);
  written.mockClear();
  const maps = Array.from({ length: 1000 }, (_, i) => ({ all: 1, [`item${i}`]: 2 }));
  canonicalJson([maps, maps]);
  const remembered = maps.length - (written.mock.calls.length - 2 * maps.length) / 2;
  written.mockRestore();
  expect(remembered).toBeGreaterThan(10);
  expect(remembered).toBeLessThan(100);
});

test('SHA-256 known answer (FIPS 180-2, "abc") for text and bytes', () => {
  const abc = 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad';
  expect(sha256Hex('abc')).toBe(abc);
  expect(sha256Hex(new Uint8Array([97, 98, 99]))).toBe(abc);
});

test('a running hash can be read and continued, and the order counts', () => {
  const [a, b] = [new CanonicalHash(), new CanonicalHash()];
  a.add({ x: 1 });
  const early = a.hex();
  a.add([2]);
  b.add([2]);
  b.add({ x: 1 });
  expect(early).toBe(sha256Hex('{"x":1}\n'));
  expect(a.hex()).toBe(sha256Hex('{"x":1}\n[2]\n'));
  expect(a.hex()).not.toBe(b.hex());
});
