import 'server-only';
import { currentRequest, terminalLog } from '@gudbro/api-kit';
import { createRouteKit, type RouteKitOptions } from '@gudbro/api-kit/routes';
import { env } from '@/env';
import { readCallerAddress } from '../caller';
import { guestAuth } from '../guest-auth';
import { findMethod } from '../stay/find-method';
import { redirectToRefusedForm } from './refused-form';

let options: RouteKitOptions | undefined;

function readOptions(): RouteKitOptions {
  options ??= {
    origin: new URL(env().STAYS_URL).origin,
    newRequestId: () => currentRequest().requestId,
    auth: guestAuth(),
    log: terminalLog,
    readAddress: readCallerAddress,
    clientSalt: env().CLIENT_SALT,
    findMethod,
    clock: () => new Date(),
    respondToForm: redirectToRefusedForm,
  };
  return options;
}

/** Every route of the API is declared with this. */
export const defineRoute = createRouteKit(readOptions);
