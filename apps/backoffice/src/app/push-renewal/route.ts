import { renewPush } from '@/features/notifications/renew-push';

/** The browser has changed the address at which it gets push messages. */
export function POST(request: Request): Promise<Response> {
  return renewPush(request);
}
