import { randomBytes } from 'node:crypto';
import { type Api, type ApiResponse, callApi, callFunction, describeResponse } from './call-api.ts';
import type { Check, Problem } from './check.ts';
import { anotherRole, keyCheck, push } from './key-checks.ts';

/** What each key reaches over HTTP. */
export function apiChecks(api: Api): Check[] {
  return [
    ...gatewayChecks(api),
    ...guestChecks(api),
    ...backofficeChecks(api),
    ...jobsChecks(api),
    ...anonChecks(api),
    ...authChecks(api),
  ];
}

/** A check by one call: a response that is not right is the problem. */
function checkByCall(
  expectation: string,
  call: () => Promise<ApiResponse>,
  isRight: (response: ApiResponse) => boolean,
  remedy: string,
): Check {
  return {
    expectation,
    run: async () => {
      const response = await call();
      return isRight(response) ? [] : [{ found: `the response is ${describeResponse(response)}`, remedy }];
    },
  };
}

const isForbidden = ({ status, code }: ApiResponse) => code === '42501' && (status === 401 || status === 403);

const gatewayChecks = (api: Api): Check[] => [
  checkByCall(
    'a call without a key is refused',
    () => callApi(api, 'rest/v1/', { headers: { apikey: '' } }),
    ({ status }) => status === 401 || status === 403,
    'Set SUPABASE_URL to the project’s address, behind its gateway, and not to a service of its own.',
  ),
  ...['private', 'storage', 'auth'].map((schema) =>
    checkByCall(
      `the schema ${schema} is not exposed`,
      () =>
        callApi(api, 'rest/v1/nothing_of_this_name', {
          key: api.guestKey,
          headers: { 'accept-profile': schema },
        }),
      ({ code }) => code === 'PGRST106',
      'Expose public alone: Data API → Exposed schemas; self-hosted PGRST_DB_SCHEMAS=public.',
    ),
  ),
];

const guestChecks = (api: Api): Check[] => [
  keyCheck(api, 'SUPABASE_GUEST_KEY', api.guestKey, () =>
    callFunction(api, 'get_own_stay', { subject: {} }, api.guestKey),
  ),
  checkByCall(
    'an error that our SQL raises arrives with its code and its detail',
    () => callFunction(api, 'resolve_room_access', { room_code: 'RM-AAAAAAAA', client: '' }, api.guestKey),
    ({ code, body }) => code === 'PT400' && JSON.stringify(body).includes('client_is_missing'),
    push,
  ),
  ...['accounts', 'accom_bookings', 'rate_limits'].map((table) =>
    checkByCall(
      `the guest app’s key reads nothing of ${table}`,
      () => callApi(api, `rest/v1/${table}?select=*&limit=1`, { key: api.guestKey }),
      isForbidden,
      anotherRole,
    ),
  ),
  checkByCall(
    'the guest app’s key runs no job',
    () => callFunction(api, 'sweep', {}, api.guestKey),
    isForbidden,
    anotherRole,
  ),
  checkByCall(
    'the guest app’s key stores no photo that no report announced',
    () =>
      callApi(api, 'storage/v1/object/incident-photos/deploy-check/not-announced.webp', {
        key: api.guestKey,
        headers: { 'content-type': 'image/webp' },
        body: 'x',
      }),
    ({ status, code }) => status >= 400 && code === '403',
    'Compare the policies of storage.objects with the schemas. If the file is there now, delete it.',
  ),
];

const backofficeChecks = (api: Api): Check[] => [
  keyCheck(api, 'SUPABASE_BACKOFFICE_KEY', api.backofficeKey, () => {
    const [account, client] = [randomBytes(16), randomBytes(16)].map((bytes) => bytes.toString('hex'));
    return callFunction(api, 'admit_sign_in', { account, client }, api.backofficeKey);
  }),
  checkByCall(
    'the backoffice’s key reads no table',
    () => callApi(api, 'rest/v1/accounts?select=*&limit=1', { key: api.backofficeKey }),
    isForbidden,
    anotherRole,
  ),
  checkByCall(
    'the backoffice’s key executes no guest function',
    () => callFunction(api, 'get_own_stay', { subject: {} }, api.backofficeKey),
    isForbidden,
    anotherRole,
  ),
];

const jobsChecks = (api: Api): Check[] => [
  // It claims no job: the list of kinds is empty.
  keyCheck(api, 'SUPABASE_JOBS_KEY', api.jobsKey, () =>
    callFunction(api, 'claim_jobs', { kinds: [], max_jobs: 1, lease_seconds: 10 }, api.jobsKey),
  ),
  ...['accom_bookings', 'jobs'].map((table) =>
    checkByCall(
      `the key of the process for jobs reads nothing of ${table}`,
      () => callApi(api, `rest/v1/${table}?select=*&limit=1`, { key: api.jobsKey }),
      isForbidden,
      anotherRole,
    ),
  ),
];

const anonChecks = (api: Api): Check[] => [
  ...['get_own_stay', 'get_own_account', 'sweep'].map((name) =>
    checkByCall(
      `whoever has the publishable key alone may not execute ${name}`,
      () => callFunction(api, name, name === 'get_own_stay' ? { subject: {} } : {}),
      isForbidden,
      `revoke execute on function public.${name} from anon, public;`,
    ),
  ),
  checkByCall(
    'whoever has the publishable key alone reads no table',
    () => callApi(api, 'rest/v1/accounts?select=*&limit=1'),
    isForbidden,
    'revoke all on all tables in schema public from anon;',
  ),
];

const authChecks = (api: Api): Check[] => [
  {
    expectation: 'a sign-up has to be confirmed by mail, and sign-in by e-mail is on',
    run: async () => {
      const response = await callApi(api, 'auth/v1/settings');
      return response.status === 200
        ? readAuthSettings(response.body)
        : [
            {
              found: `Supabase Auth says ${describeResponse(response)}`,
              remedy: 'Look whether the service Auth runs.',
            },
          ];
    },
  },
];

function readAuthSettings(settings: unknown): Problem[] {
  const text = JSON.stringify(settings);
  const problems: Problem[] = [];
  if (text.includes('"disable_signup":true')) {
    const remedy =
      'Switch Authentication → Sign In / Providers → Allow new users to sign up on; self-hosted GOTRUE_DISABLE_SIGNUP=false.';
    problems.push({ found: 'nobody can sign up', remedy });
  }
  if (!text.includes('"mailer_autoconfirm":false')) {
    const remedy =
      'Switch Confirm email on in the same place; self-hosted GOTRUE_MAILER_AUTOCONFIRM=false. Without it a sign-up proves no address.';
    problems.push({ found: 'addresses are confirmed without a mail', remedy });
  }
  if (text.includes('"anonymous_users":true')) {
    problems.push({ found: 'anonymous sign-ins are on', remedy: 'Switch them off in the same place.' });
  }
  if (!text.includes('"email":true')) {
    problems.push({ found: 'sign-in by e-mail is off', remedy: 'Switch the provider Email on.' });
  }
  return problems;
}
