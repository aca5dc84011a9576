import "#renderer/tokens/base.css";
import "#renderer/tokens/tokens.css";
import "#renderer/tokens/fonts.css";
import { createRoot } from "react-dom/client";
import { createApi } from "#renderer/api/client.ts";
import { openTransport, takeLaunchCode } from "#renderer/api/transport.ts";
import { App } from "#renderer/App.tsx";
import { ClosedDoor } from "#renderer/ClosedDoor.tsx";

const code = takeLaunchCode();
const root = createRoot(document.querySelector("#app")!);

openTransport(code).then(
  (transport) => root.render(<App api={createApi(transport)} />),
  (error: unknown) => root.render(<ClosedDoor error={error} />),
);
