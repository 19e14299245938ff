// For the app that has an API: the wrapper of its routes and their OpenAPI document. Only this entry imports @gudbro/auth.
export { buildOpenApi } from './openapi/build-open-api.ts';
export { listErrors } from './openapi/list-errors.ts';
export { createRouteKit, type RouteHandler, type RouteKitOptions } from './route/create-route-kit.ts';
export type { PlainResponse } from './route/plain-response.ts';
export type { AnyRouteDefinition, RouteDefinitions } from './route/route-definition.ts';
export { createFront, type Front, shareFront } from './server/create-front.ts';
