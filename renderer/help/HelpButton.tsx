import { useHelp } from "#renderer/help/help-context.ts";
import { Button } from "#renderer/ui/Button.tsx";

export function HelpButton() {
  const help = useHelp();
  return <Button onPress={() => help.open()}>Help</Button>;
}
