/** Two fillers end the surname. Who has one name has it as surname. */
export function splitNames(names: string): { surname: string; givenNames: string } {
  const [surname = '', ...given] = names.split('<<');
  return { surname: toWords(surname), givenNames: toWords(given.join('<')) };
}

function toWords(names: string): string {
  return names.replaceAll(/<+/g, ' ').trim();
}
