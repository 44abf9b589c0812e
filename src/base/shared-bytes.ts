/**
 * Bytes that threads share: the one that makes them and the one that sends them hold one copy.
 */

/** A text in UTF-8. */
export function sharedText(text: string): Buffer {
  const bytes = Buffer.from(new SharedArrayBuffer(Buffer.byteLength(text)));
  bytes.write(text);
  return bytes;
}

/** A copy of some bytes. */
export function sharedBytes(bytes: Uint8Array): Buffer {
  const copy = Buffer.from(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}

/** The same bytes once they came from another thread, which takes a buffer's methods away. */
export function receivedBytes({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}
