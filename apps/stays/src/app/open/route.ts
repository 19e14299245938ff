import { parseCode } from '@gudbro/access-codes/parse';

/** Where the code form leads: to the room, or back to the form with what was typed. */
export function GET(request: Request): Response {
  const typed = new URL(request.url).searchParams.get('code') ?? '';
  const parsed = parseCode(typed, { expect: 'room' });
  const path = parsed.ok ? `/stay/room/${parsed.code}` : `/?${new URLSearchParams({ code: typed })}`;
  // Relative, so that it holds behind any proxy.
  return new Response(null, { status: 303, headers: { location: path } });
}
