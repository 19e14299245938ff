import 'server-only';
import type { GuestAuth } from '@gudbro/auth';
import { env } from '@/env';
import { createGuestAuthFromEnv } from './create-guest-auth-from-env';

let made: GuestAuth | undefined;

export function guestAuth(): GuestAuth {
  made ??= createGuestAuthFromEnv(env());
  return made;
}
