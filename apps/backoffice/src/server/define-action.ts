import 'server-only';
import { createActionKit, terminalLog } from '@gudbro/api-kit';
import { redirect } from 'next/navigation';

const clock = () => new Date();

/** How each server action is declared. */
export const defineAction = createActionKit(() => ({ log: terminalLog, clock, redirect }));
