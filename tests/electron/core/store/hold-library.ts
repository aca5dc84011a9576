/** Opens the library named on the command line and holds it until it is killed. */
import { openLibrary } from "#electron/core/store/database.ts";

const [path = "", key = ""] = process.argv.slice(2);
openLibrary(path, key);
process.send?.("open");
setInterval(() => {}, 60_000);
