/** Whether two plain values say the same: numbers, text, lists, maps, sets and objects of such. */
export function sameValue(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null) return false;
  if (Array.isArray(a) || a instanceof Set || a instanceof Map) {
    const [here, there] = [[...a], Symbol.iterator in b ? [...(b as Iterable<unknown>)] : null];
    return (
      there !== null &&
      Object.getPrototypeOf(a) === Object.getPrototypeOf(b) &&
      here.length === there.length &&
      here.every((each, index) => sameValue(each, there[index]))
    );
  }
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => key in b && sameValue(a[key as keyof typeof a], b[key as keyof typeof b]))
  );
}
