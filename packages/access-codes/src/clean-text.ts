/**
 * Capitals, full-width characters made plain, and one hyphen for any run of spaces, underscores, invisible
 * characters and dashes: also the minus sign, and the long vowel mark, which Japanese keyboards have for it.
 */
export function cleanText(text: string): string {
  const groups = text
    .normalize('NFKC')
    .toUpperCase()
    .match(/[^\s_\p{Pd}\p{Cf}\u2212\u30FC]+/gu);
  return groups?.join('-') ?? '';
}
