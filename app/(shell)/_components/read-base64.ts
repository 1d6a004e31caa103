/** A file's bytes as base64, as a server action takes them. */
export async function readBase64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  // A long file in one call would be more arguments than a call takes.
  const signs = Array.from(bytes, (byte) => String.fromCharCode(byte));
  return btoa(signs.join(''));
}
