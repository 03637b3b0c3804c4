/** Hands a file to the browser as a download. */
export function saveFile({ name, file }: { name: string; file: Blob }): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the bytes long before; freed late because no event says so.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
