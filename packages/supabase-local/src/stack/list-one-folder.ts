const listPath = '/storage/v1/object/list/';

interface Listed {
  name: string;
  id: string | null;
}

/**
 * Makes `list()` return one level of a folder, as Supabase does: names relative to the folder, and one entry for each folder in
 * it, with no id. lite returns all objects below, with their whole names. Any other request is passed on as it is.
 */
export async function listOneFolder(
  request: Request,
  callLite: (request: Request) => Promise<Response>,
): Promise<Response> {
  if (request.method !== 'POST' || !new URL(request.url).pathname.startsWith(listPath)) {
    return callLite(request);
  }
  const {
    prefix = '',
    search = '',
    limit = 100,
    offset = 0,
    sortBy,
  } = readOptions(await request.clone().json());
  const folder = prefix === '' || prefix.endsWith('/') ? prefix : `${prefix}/`;
  const headers = new Headers(request.headers);
  headers.delete('content-length');
  const body = JSON.stringify({ prefix: folder, sortBy });
  const response = await callLite(new Request(request.url, { method: 'POST', headers, body }));
  if (!response.ok) return response;
  const objects = (await response.json()) as Listed[]; // lite's own rows
  const level = groupByFolder(objects, folder).filter(({ name }) => name.startsWith(search));
  // lite has sorted by the whole name, which puts `b-2/` before `b/`.
  if (sortBy === undefined || sortBy.column === 'name') {
    level.sort((one, other) => (one.name < other.name ? -1 : 1));
    if (sortBy?.order === 'desc') level.reverse();
  }
  return Response.json(level.slice(offset, offset + limit), { headers: response.headers });
}

type Options = Partial<Record<'prefix' | 'search', string> & Record<'limit' | 'offset', number>> & {
  sortBy?: { column?: string; order?: string };
};

function readOptions(body: unknown): Options {
  return typeof body === 'object' && body !== null ? body : {};
}

function groupByFolder(objects: readonly Listed[], folder: string): Listed[] {
  const level = new Map<string, Listed>();
  for (const object of objects) {
    const [name = '', ...below] = object.name.slice(folder.length).split('/');
    if (below.length === 0) level.set(name, { ...object, name });
    else if (!level.has(name)) level.set(name, { ...missing, name, id: null });
  }
  return [...level.values()];
}

/** What Supabase says of a folder. */
const missing = { updated_at: null, created_at: null, last_accessed_at: null, metadata: null };
