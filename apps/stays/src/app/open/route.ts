import { findCodePath } from '@/codes/find-code-path';
import { readRoomLabel } from '@/codes/room-label';

/** The target of the code form. Redirects to the page of the code, or back to the form with what was typed. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const typed = searchParams.get('code') ?? '';
  const label = readRoomLabel(typed);
  // The room's page resolves the label. If there is no such room, it reads the text as a code, too.
  const labelPath = label && `/stay/room/${encodeURIComponent(label)}`;
  const path = labelPath ?? findCodePath(typed) ?? `/?${new URLSearchParams({ code: typed })}`;
  // A relative location, so that it is right behind any proxy.
  return new Response(null, { status: 303, headers: { location: path } });
}
