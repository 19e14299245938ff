import type { ComponentType } from 'react';
import type { StayPage } from './stay-page';

/** How a guest proves the stay: without a question where the property asks none, else by the sheet that asks. */
export type Proof = {
  verifySilently: (page: StayPage) => Promise<boolean>;
  VerifySheet: ComponentType<VerifySheetProps>;
};

export type VerifySheetProps = {
  page: StayPage;
  /** The guest's full session has ended: the sheet says so above the form. */
  hasEnded: boolean;
  /** Ask for the booking code first. */
  byBookingCode: boolean;
  onDone: (isVerified: boolean) => void;
};
