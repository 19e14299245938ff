type ResponseDescription = {
  description: string;
  content?: Record<string, { schema: { allOf?: { properties?: { error?: { enum: string[] } } }[] } }>;
};

/** The parts of the OpenAPI document that tests read. */
export type ApiDescription = {
  openapi: string;
  paths: Record<
    string,
    Record<
      string,
      { operationId: string; responses: Record<string, ResponseDescription>; security: object[] }
    >
  >;
};

const toRoute = (method: string, path: string) =>
  `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, '[$1]')}`;

/** The success statuses that the OpenAPI document names for a route. */
export function readDocumentedSuccess({ paths }: ApiDescription, route: string): number[] {
  const methods = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, { responses }]) => ({ name: toRoute(method, path), responses })),
  );
  const statuses = Object.keys(methods.find(({ name }) => name === route)?.responses ?? {}).map(Number);
  return statuses.filter((status) => status < 300);
}

/** One line for each error that the OpenAPI document names: `GET /api/stay/[code]/orders 401 session_expired`. */
export function readDocumentedErrors({ paths }: ApiDescription): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) => {
      const route = toRoute(method, path);
      return Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([status, response]) => readCodes(response).map((code) => `${route} ${status} ${code}`));
    }),
  );
}

function readCodes({ content }: ResponseDescription): string[] {
  const parts = content?.['application/json']?.schema.allOf ?? [];
  return parts.flatMap(({ properties }) => properties?.error?.enum ?? []);
}
