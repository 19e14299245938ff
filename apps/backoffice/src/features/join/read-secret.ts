/** The secret in a link of an invitation, or in the part of it that somebody pasted. Null where there is none. */
export function readSecret(text: string): string | null {
  return /(?:^|#)([0-9a-f]{64})$/.exec(text.trim())?.[1] ?? null;
}
