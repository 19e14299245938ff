import type { RouteHandler } from '@gudbro/api-kit/routes';
import { apiHandlers } from '@/app/api/handlers';

/** Each handler of the API with its name, `POST /api/stay/[code]/orders`: for `describe.each`. */
export const namedHandlers = Object.values<RouteHandler>(apiHandlers).map(
  (handler) => [`${handler.definition.method} ${handler.definition.route}`, handler] as const,
);
