'use client';

import { proof } from '@/features/verification/proof';
import { ActionApp, type ActionAppProps } from '@/shell/actions/action-app';

export { BookingCodeSheet, StaySheet } from '@/features/verification/stay-sheet';

/** What every tap needs, with the questions by which a stay is proved. One script: in two, what both use would be loaded twice. */
export function StayApp(props: Omit<ActionAppProps, 'proof'>) {
  return <ActionApp {...props} proof={proof} />;
}
