/** A response as plain data: `toResponse` makes a Response of it for Next, and our own server writes it directly. */
export type PlainResponse = {
  status: number;
  headers: Record<string, string>;
  /** Set-Cookie values. */
  cookies: readonly string[];
  /** Text, or the bytes of a file. */
  content: string | Uint8Array<ArrayBuffer> | null;
};

/** The response in the form that Next takes. */
export function toResponse({ status, headers, cookies, content }: PlainResponse): Response {
  const response = new Response(content, { status, headers });
  for (const cookie of cookies) {
    response.headers.append('Set-Cookie', cookie);
  }
  return response;
}
