'use client';

import { type ReactNode, useState } from 'react';

type KeepShownProps = {
  /** Whether there is something to choose in the form. */
  isOffered: boolean;
  /** What it is chosen for. For something else the form is shown again only if there is something to choose. */
  of: string;
  children: ReactNode;
};

/**
 * Shows a form where there is something to choose in it, and keeps it then: it may be the form itself that took the last room, and the
 * answer comes to it. What somebody is typing stays too when another desk takes the last room.
 */
export function KeepShown({ isOffered, of, children }: KeepShownProps) {
  const [shownOf, setShownOf] = useState(isOffered ? of : null);
  if (isOffered && shownOf !== of) {
    setShownOf(of);
  }
  return shownOf === of ? children : null;
}
