/** The file that is chosen; null when none is. */
export function chooseFile(accept: string): Promise<File | null> {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener("change", () => resolve(input.files?.item(0) ?? null));
    input.addEventListener("cancel", () => resolve(null));
    input.click();
  });
}
