/** Whatever finds things again by a key. */
interface Shelf<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** What an owner's shelf keeps under a key, made when it is first asked for. */
export function kept<K, V>(shelf: Shelf<K, V>, key: K, make: (key: K) => V): V {
  let value = shelf.get(key);
  if (value === undefined) {
    value = make(key);
    shelf.set(key, value);
  }
  return value;
}
