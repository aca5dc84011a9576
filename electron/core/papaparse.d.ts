/** As much of Papa Parse as is used here; the package has no types of its own. */
declare module "papaparse" {
  interface Options {
    readonly delimiter?: string;
    /** Rows to read at most; 0 for all. */
    readonly preview?: number;
  }
  interface Result {
    readonly data: string[][];
    readonly errors: readonly { readonly code: string; readonly row?: number }[];
  }
  const Papa: {
    parse(text: string, options: Options): Result;
    unparse(rows: readonly (readonly string[])[], options?: { readonly newline?: string }): string;
  };
  export default Papa;
}
