const values = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const characters = [...values, '<'];
const weights = [7, 3, 1];

/** The check digit of ICAO Doc 9303: weights 7, 3, 1, fillers count 0. Expects only `A`–`Z`, `0`–`9` and `<`. */
export function computeCheckDigit(text: string): number {
  let sum = 0;
  for (const [index, character] of [...text].entries())
    sum += findValue(character) * (weights[index % 3] ?? 0);
  return sum % 10;
}

/**
 * The characters that a check digit cannot tell from this one: their values are equal modulo 10, and no weight has a
 * common factor with 10. Those are the ones that a person has to compare with the document.
 *
 * @example blindTwins('6') // ['G', 'Q']
 */
export function blindTwins(character: string): string[] {
  if (!characters.includes(character)) return [];
  return characters.filter(
    (other) => other !== character && findValue(other) % 10 === findValue(character) % 10,
  );
}

function findValue(character: string): number {
  return Math.max(0, values.indexOf(character));
}
