/** One line on a terminal that is rewritten in place; silent where nobody watches. */
export class ProgressLine {
  readonly #active: boolean;

  constructor(stream: NodeJS.WriteStream = process.stderr) {
    this.#active = stream.isTTY === true;
  }

  show(text: string): void {
    if (!this.#active) return;
    const width = process.stderr.columns ?? 80;
    process.stderr.write(`\r\u001b[2K${text.slice(0, width - 1)}`);
  }

  clear(): void {
    if (this.#active) process.stderr.write("\r\u001b[2K");
  }
}
