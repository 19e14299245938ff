/** Returns a part that is not valid percent-encoding unchanged: it is then refused as a malformed code. */
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
