import { findCodePath } from '@/features/code-entry/find-code-path';
import { readRoomLabel } from '@/features/room/room-label';

/** Where the code form leads: to the page the code opens, or back to the form with what was typed. */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const typed = searchParams.get('code') ?? '';
  const expected = searchParams.get('expects') === 'room' ? 'room' : undefined;
  const label = readRoomLabel(typed);
  // Whether the name opens a room is for the room's page to find out; what it does not know is a code there, too.
  const labelPath = label && `/stay/room/${encodeURIComponent(label)}`;
  const path = labelPath ?? findCodePath(typed, expected) ?? `/?${new URLSearchParams({ code: typed })}`;
  // Relative, so that it holds behind any proxy.
  return new Response(null, { status: 303, headers: { location: path } });
}
