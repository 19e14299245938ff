import type { z } from 'zod';
import { contentRoutes } from './routes/content.ts';
import { documentRoutes } from './routes/document.ts';
import { incidentRoutes } from './routes/incident.ts';
import { orderRoutes } from './routes/order.ts';
import { propertyRoutes } from './routes/property.ts';
import { roomRoutes } from './routes/room.ts';
import { serviceRoutes } from './routes/service.ts';
import { sessionRoutes } from './routes/session.ts';

/** All routes of the API, by the names that the OpenAPI document has for them. */
export const contract = {
  ...roomRoutes,
  ...sessionRoutes,
  ...contentRoutes,
  ...orderRoutes,
  ...incidentRoutes,
  ...documentRoutes,
  ...propertyRoutes,
  ...serviceRoutes,
};

type Route = (typeof contract)[keyof typeof contract];

type InputOf<Definition, Part extends 'params' | 'query' | 'body'> =
  Definition extends Record<Part, infer Schema extends z.ZodType> ? z.input<Schema> : undefined;

/** What each route takes and responds with, by `POST /api/stay/[code]/orders`: types alone, for a client in a browser. */
export type GuestApi = {
  [Definition in Route as `${Definition['method']} ${Definition['route']}`]: {
    params: InputOf<Definition, 'params'>;
    query: InputOf<Definition, 'query'>;
    /** With files, the body may be a form. */
    body: InputOf<Definition, 'body'> | (Definition extends { files: object } ? FormData : never);
    /** The same for each try of one request. */
    idempotencyKey: Definition extends { idempotencyKey: 'required' }
      ? string
      : Definition extends { idempotencyKey: 'optional' }
        ? string | undefined
        : undefined;
    output: z.output<Definition['output']>;
  };
};
