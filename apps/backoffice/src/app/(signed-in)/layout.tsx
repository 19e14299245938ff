import type { ReactNode } from 'react';
import { Account } from '@/shell/frame/account';
import { Frame } from '@/shell/frame/frame';

export default function SignedInLayout({ children }: { children: ReactNode }) {
  return <Frame account={<Account />}>{children}</Frame>;
}
