const plain = (text: string) =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase();

/** Whether a name has this text in it, also typed without its accents: `lich` finds `Lịch`. */
export function containsText(name: string, text: string): boolean {
  return plain(name).includes(plain(text.trim()));
}
