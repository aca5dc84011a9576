/** Opens the library named on the command line and holds it until it is killed. */
import { openLibrary } from "#electron/core/store/database.ts";

const [path = "", key = ""] = process.argv.slice(2);
const library = openLibrary(path, key);
process.send?.("open");
// Named here so that it is not collected, which would close the file.
setInterval(() => library.path, 60_000);
