/** A file as the program hands it over: its content comes in base64. */
export const fileFrom = (sent: {
  readonly content: string;
  readonly fileName: string;
  readonly mediaType: string;
}): File =>
  new File([Uint8Array.from(atob(sent.content), (character) => character.charCodeAt(0))], sent.fileName, {
    type: sent.mediaType,
  });

/** Hands a file to the browser to be saved; the page never learns where. */
export function saveAs(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
