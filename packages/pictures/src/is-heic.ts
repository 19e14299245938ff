/** The kinds of HEIF that cameras write with HEVC. AVIF is another kind. */
const brands = new Set(['heic', 'heix', 'heim', 'heis', 'mif1', 'msf1', 'hevc']);

/** Whether the content is a HEIC, by the name of its kind at its beginning. */
export function isHeic(file: Uint8Array): boolean {
  const head = Buffer.from(file.subarray(4, 12)).toString('latin1');
  return head.startsWith('ftyp') && brands.has(head.slice(4));
}
