/** An address with the name that a reader sees before it. */
export type MailAddress = { name: string; address: string };

const form = /^(?:([^<>\r\n]*?)\s*<([^\s<>@]+@[^\s<>@]+)>|([^\s<>@]+@[^\s<>@]+))$/;

/** Reads `desk@example.com` or `Name <desk@example.com>`. Null for anything else. */
export function parseMailAddress(text: string): MailAddress | null {
  const [, name = '', named, alone] = form.exec(text.trim()) ?? [];
  const address = named ?? alone;
  return address === undefined ? null : { name: name.replaceAll('"', '').trim(), address };
}
