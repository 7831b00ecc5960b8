/** Time in ms in which a browser has surely begun to read what it saves. */
const READ_MS = 60_000;

/** Offers a file made in the page to be saved under a name. */
export function save(content: BlobPart, type: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([content], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READ_MS);
}
