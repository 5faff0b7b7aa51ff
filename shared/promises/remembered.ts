interface Memory<K, V> {
  get(key: K): V | undefined;
  set(key: K, value: V): unknown;
}

/** A pure function that works out each answer once. Give a `WeakMap` where the keys are objects that come and go. */
export function remembered<K, V>(make: (key: K) => V, memory: Memory<K, V> = new Map<K, V>()): (key: K) => V {
  return (key) => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const made = make(key);
    memory.set(key, made);
    return made;
  };
}
