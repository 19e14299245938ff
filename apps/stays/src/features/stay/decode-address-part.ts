/** A part that does not decode is read as it stands, and then refused as no code. */
export function decodeAddressPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (thrown) {
    if (thrown instanceof URIError) {
      return part;
    }
    throw thrown;
  }
}
