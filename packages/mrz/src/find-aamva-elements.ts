export type AamvaElements = {
  /** `DL` of a licence, `ID` of an identity card. */
  subfile: string;
  /** The text of an element by its three letters, '' where there is none. */
  get: (id: string) => string;
};

/** The start of a barcode: issuer, versions, then two letters and eight digits for each part. Readers drop its control signs. */
const header = /(?:ANSI|AAMVA) ?\d{8,12}\s*(?:(?:DL|ID|Z[A-Z])\d{8}\s*)*/u;

export function isAamva(text: string): boolean {
  return header.test(text.toUpperCase());
}

/** The elements of a barcode's text, or null for another text. */
export function findElements(text: string): AamvaElements | null {
  const upper = text.toUpperCase();
  const found = header.exec(upper);
  if (found === null) return null;
  const lines = upper.slice(found.index + found[0].length).split(/[\p{Cc}\u2028]+/u);
  const [, subfile = 'DL', first = ''] = /^(DL|ID)?(.*)$/u.exec(lines[0] ?? '') ?? [];
  const texts = new Map<string, string>();
  for (const line of [first, ...lines.slice(1)]) {
    const [, id, value = ''] = /^\s*(D[A-D][A-Z])(.*)$/u.exec(line) ?? [];
    if (id !== undefined && !texts.has(id)) texts.set(id, clean(value));
  }
  return { subfile, get: (id) => texts.get(id) ?? '' };
}

/** What an issuer writes where it has nothing to write. */
function clean(value: string): string {
  const text = value.trim();
  return /^(?:NONE|UNAVL|UNAVAIL)$/.test(text) ? '' : text;
}
