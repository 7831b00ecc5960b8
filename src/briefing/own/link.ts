/** What a link may have in letters: more is cut by mail programs and messengers. */
export const MOST_LETTERS = 8000;
/** Bytes that a deck out of a link may unfold to, or a file may have: both are whatever somebody has sent. */
export const MOST_BYTES = 400_000;

const bytesOf = async (stream: ReadableStream<Uint8Array>, most: number): Promise<Uint8Array<ArrayBuffer>> => {
  const parts: Uint8Array[] = [];
  let length = 0;
  for (const reader = stream.getReader(); ;) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.length;
    if (length > most) {
      await reader.cancel();
      throw new Error(`more than ${most} bytes`);
    }
    parts.push(value);
  }
  const whole = new Uint8Array(length);
  parts.reduce((at, part) => (whole.set(part, at), at + part.length), 0);
  return whole;
};
const through = (bytes: Uint8Array<ArrayBuffer>, way: TransformStream<BufferSource, Uint8Array>): ReadableStream<Uint8Array> =>
  new Blob([bytes]).stream().pipeThrough(way as unknown as ReadableWritablePair<Uint8Array, Uint8Array<ArrayBuffer>>);

/** A deck's text as the fragment of an address: `deck=` and letters that an address may have. */
export async function fragmentOf(text: string): Promise<string> {
  const packed = await bytesOf(through(new TextEncoder().encode(text), new CompressionStream('deflate-raw')), Infinity);
  const letters = btoa(Array.from(packed, (byte) => String.fromCharCode(byte)).join(''));
  return `deck=${letters.replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')}`;
}

/** The deck's text in a fragment; null where it has none. Rejects where it cannot be unpacked, or is larger than any deck. */
export async function textIn(fragment: string): Promise<string | null> {
  const [, letters] = /^#?deck=([\w-]+)$/.exec(fragment) ?? [];
  if (!letters) return null;
  const packed = Uint8Array.from(atob(letters.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  return new TextDecoder('utf-8', { fatal: true }).decode(
    await bytesOf(through(packed, new DecompressionStream('deflate-raw')), MOST_BYTES),
  );
}
