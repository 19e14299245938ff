'use client';

import { proof } from '@/features/verification/proof';
import { ActionApp } from '@/shell/actions/action-app';
import type { StayAppProps } from '@/shell/actions/load-sheets';

export { BookingCodeSheet, StaySheet } from '@/features/verification/stay-sheet';

/** What every tap needs, with the questions by which a stay is proved. One script: in two, what both use would be loaded twice. */
export function StayApp(props: StayAppProps) {
  return <ActionApp {...props} proof={proof} />;
}
