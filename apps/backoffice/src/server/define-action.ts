import 'server-only';
import { createActionKit, terminalLog } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';

const clock = () => new Date();

/** Declares a server action. Each action of this app is made by it. */
export const defineAction = createActionKit(() => ({ log: terminalLog, clock, redirect }));
