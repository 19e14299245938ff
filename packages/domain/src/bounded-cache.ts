/** Values that are slow to make, by a key. It forgets all of them when it is full, so that it cannot grow for ever. */
export class BoundedCache<Value> {
  readonly #values = new Map<string, Value>();
  readonly #limit: number;

  constructor(limit: number) {
    this.#limit = limit;
  }

  get(key: string, make: () => Value): Value {
    const known = this.#values.get(key);
    if (known !== undefined) {
      return known;
    }
    const value = make();
    if (this.#values.size >= this.#limit) {
      this.#values.clear();
    }
    this.#values.set(key, value);
    return value;
  }
}
