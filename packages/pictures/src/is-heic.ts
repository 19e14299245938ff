/** The kinds of HEIF with a picture in HEVC, as cameras write them. */
const hevcBrands = new Set(['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs']);
/** Kinds that say nothing of how the picture is coded. */
const openBrands = new Set(['mif1', 'msf1', 'mif2']);
/** A HEIF with a picture in AV1. */
const avifBrands = new Set(['avif', 'avis']);

/** As much of a file as is looked at. The first box of a camera's file has 24 to 40 bytes. */
export const heicHeadBytes = 128;

/**
 * Whether the content is a HEIC, by the kinds that its first box names: its own one, and those as which it can be read too.
 * Browsers use it as well.
 */
export function isHeic(file: Uint8Array): boolean {
  const brands = readBrands(file);
  const [own = ''] = brands;
  if (avifBrands.has(own)) {
    return false;
  }
  const isOpen = openBrands.has(own) && !brands.some((brand) => avifBrands.has(brand));
  return isOpen || brands.some((brand) => hevcBrands.has(brand));
}

/** The kinds in the box `ftyp`: its size, its name, its own kind, a version, other kinds. */
function readBrands(file: Uint8Array): string[] {
  if (file.length < 12 || readName(file, 4) !== 'ftyp') {
    return [];
  }
  const size = new DataView(file.buffer, file.byteOffset).getUint32(0);
  const end = Math.min(size, file.length, heicHeadBytes);
  const brands = [readName(file, 8)];
  for (let at = 16; at + 4 <= end; at += 4) {
    brands.push(readName(file, at));
  }
  return brands;
}

function readName(file: Uint8Array, at: number): string {
  return String.fromCharCode(...file.subarray(at, at + 4));
}
