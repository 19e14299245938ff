/** A picture of the place, as PNG or JPEG. */
export type Logo = { bytes: Uint8Array; type: 'image/png' | 'image/jpeg'; width: number; height: number };
