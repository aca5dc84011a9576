/** The least of so many measurements of the same work, in milliseconds: what else the machine does only adds to it. */
export function bestOf(times: number, work: () => void): number {
  let least = Infinity;
  for (let time = 0; time < times; time++) {
    const start = performance.now();
    work();
    least = Math.min(least, performance.now() - start);
  }
  return least;
}
