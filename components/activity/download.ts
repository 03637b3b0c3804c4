/** Hands a text to the browser as a download named `name`. */
export function download(name: string, text: string, mediaType: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: mediaType }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the bytes long before; freed late because no event says so.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
