/** The content of each block of a PEM text, such as the certificates of a chain. */
export function readPemBlocks(text: string): Uint8Array<ArrayBuffer>[] {
  const blocks = text.matchAll(/-----BEGIN [^-]+-----([^-]+)-----END [^-]+-----/g);
  return [...blocks].map(([, content = '']) => new Uint8Array(Buffer.from(content, 'base64')));
}
