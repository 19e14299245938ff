import type { ReactNode } from 'react';
import { Account } from '@/features/frame/account';
import { Frame } from '@/features/frame/frame';

export default function OwnerLayout({ children }: { children: ReactNode }) {
  return <Frame account={<Account />}>{children}</Frame>;
}
