import { type Api, type ApiResponse, callApi, describeResponse } from './call-api.ts';
import type { Check, Problem } from './check.ts';

export const push = "Push the migrations; if they are, run: notify pgrst, 'reload schema';";
export const anotherRole =
  'This key is another role’s, or that role has too many rights: check the database as well.';

/** Whether something responds at all. */
export function reachApi(api: Api): Check {
  return {
    expectation: 'Supabase can be reached',
    run: async () => {
      try {
        await callApi(api, 'auth/v1/health');
        return [];
      } catch (error) {
        const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
        const found = cause instanceof Error ? cause.message : String(cause);
        return [
          {
            found,
            remedy: 'Look at SUPABASE_URL, and whether the project is paused or its gateway is down.',
          },
        ];
      }
    },
  };
}

/** Whether Supabase accepts a key, and if not, why. */
export function keyCheck(api: Api, variable: string, key: string, call: () => Promise<ApiResponse>): Check {
  return {
    expectation: `${variable} is accepted and reaches its functions`,
    run: async () => {
      const response = await call();
      if (response.status === 200) {
        return [];
      }
      if (response.status === 404) {
        return [{ found: 'its function is not there', remedy: push }];
      }
      return response.status === 401 && response.code !== '42501'
        ? [await explainRefusal(api, variable, key, response)]
        : [{ found: `the response is ${describeResponse(response)}`, remedy: anotherRole }];
    },
  };
}

async function explainRefusal(
  api: Api,
  variable: string,
  key: string,
  response: ApiResponse,
): Promise<Problem> {
  const kid = readKeyId(key);
  if (kid === null) {
    return {
      found: `it is refused (${describeResponse(response)}), and it is signed with a JWT secret`,
      remedy: `Sign it with this project’s JWT secret, or with a signing key where the project has those: docs/deploy.md, section 2. Then set ${variable}.`,
    };
  }
  const jwks = await callApi(api, 'auth/v1/.well-known/jwks.json');
  return JSON.stringify(jwks.body).includes(JSON.stringify(kid))
    ? {
        found: `it is refused (${describeResponse(response)}), though the project knows its key ${kid}`,
        remedy:
          'The key has expired, or PostgREST has not read the new keys yet: wait a few minutes, then sign a new one.',
      }
    : {
        found: `it is signed with the key ${kid}, which the project does not have or has revoked`,
        remedy: 'Import that key as a standby key and move it to previously used: docs/deploy.md, section 2.',
      };
}

/** The `kid` of a key's header, or null where it has none. */
function readKeyId(key: string): string | null {
  const header = Buffer.from(key.split('.', 1)[0] ?? '', 'base64url').toString('utf8');
  return /"kid":"([^"]+)"/.exec(header)?.[1] ?? null;
}
