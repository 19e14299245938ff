// For the app that has an API: the wrapper of its routes and their description. Only this part knows @gudbro/auth.
export { describeApi, listErrors } from './openapi/describe-api.ts';
export { createRouteKit, type RouteHandler, type RouteKitOptions } from './route/create-route-kit.ts';
export type { PlainAnswer } from './route/plain-answer.ts';
export type { DescribedRoute } from './route/route-definition.ts';
