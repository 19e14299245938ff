/** Whether the content is a PDF. Readers forgive what stands before its head; here that is another kind of file. */
export function isPdf(file: Uint8Array): boolean {
  return Buffer.from(file.subarray(0, 5)).toString('latin1') === '%PDF-';
}
