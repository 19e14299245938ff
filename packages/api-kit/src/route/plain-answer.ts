/** An answer before it is bound to a way of sending it: Next takes a Response, our own server writes it as it is. */
export type PlainAnswer = {
  status: number;
  headers: Record<string, string>;
  /** Set-Cookie values. */
  cookies: readonly string[];
  text: string | null;
};

export function toResponse({ status, headers, cookies, text }: PlainAnswer): Response {
  const response = new Response(text, { status, headers });
  for (const cookie of cookies) {
    response.headers.append('Set-Cookie', cookie);
  }
  return response;
}
