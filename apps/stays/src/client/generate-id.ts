/** 128 random bits. Not `crypto.randomUUID`: it does not exist on plain http, which a local demo uses. */
export function generateId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
