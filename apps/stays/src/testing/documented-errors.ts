type Answer = {
  description: string;
  content?: Record<string, { schema: { allOf?: { properties?: { error?: { enum: string[] } } }[] } }>;
};

/** The API's description, as far as tests read it. */
export type ApiDescription = {
  openapi: string;
  paths: Record<string, Record<string, { responses: Record<string, Answer>; security?: object[] }>>;
};

const toRoute = (method: string, path: string) =>
  `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, '[$1]')}`;

/** The statuses by which a route may answer well. */
export function readDocumentedSuccess({ paths }: ApiDescription, route: string): number[] {
  const methods = Object.entries(paths).flatMap(([path, described]) =>
    Object.entries(described).map(([method, { responses }]) => ({ name: toRoute(method, path), responses })),
  );
  const statuses = Object.keys(methods.find(({ name }) => name === route)?.responses ?? {}).map(Number);
  return statuses.filter((status) => status < 300);
}

/** One line for each error the description says a route may answer: `GET /api/stay/[code]/orders 401 session_expired`. */
export function readDocumentedErrors({ paths }: ApiDescription): string[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, { responses }]) => {
      const route = toRoute(method, path);
      return Object.entries(responses)
        .filter(([status]) => Number(status) >= 400)
        .flatMap(([status, answer]) => readCodes(answer).map((code) => `${route} ${status} ${code}`));
    }),
  );
}

function readCodes({ content }: Answer): string[] {
  const parts = content?.['application/json']?.schema.allOf ?? [];
  return parts.flatMap(({ properties }) => properties?.error?.enum ?? []);
}
