import type { RouteHandler } from '@gudbro/api-kit/routes';
import type { contract } from '@gudbro/guest-api/contract';
import { contentHandlers } from './content';
import { documentHandlers } from './document';
import { incidentHandlers } from './incident';
import { orderHandlers } from './order';
import { propertyHandlers } from './property';
import { roomHandlers } from './room';
import { serviceHandlers } from './service';
import { sessionHandlers } from './session';

/** The handler of each route of the API, by the names of the contract. */
export const apiHandlers = {
  ...roomHandlers,
  ...sessionHandlers,
  ...contentHandlers,
  ...orderHandlers,
  ...incidentHandlers,
  ...documentHandlers,
  ...propertyHandlers,
  ...serviceHandlers,
} satisfies Record<keyof typeof contract, RouteHandler>;
