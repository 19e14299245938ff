import type { FormAction, FormState } from '@gudbro/api-kit';
import { unstable_rethrow } from 'next/navigation';

/**
 * Sends a form to an action by a script. A line that is lost meanwhile, and a proxy that answers in place of the app, are outcomes
 * like others: the form is still there, says so, and can be sent again. An error that is thrown shows an error page in its place, so
 * only those of Next itself and of the app are.
 */
export async function sendForm(action: FormAction, form: FormData): Promise<FormState> {
  try {
    return await action(null, form);
  } catch (thrown) {
    unstable_rethrow(thrown);
    if (isThrownByApp(thrown)) {
      throw thrown;
    }
    return { ok: false, error: 'unavailable', retryAfterSeconds: 5, fields: {}, values: {} };
  }
}

/**
 * Whether nobody was there to do it: no answer came, or nobody is signed in. The page is not to be read anew then, since it would become
 * the browser's own error page or the sign-in, which say nothing of what was not done.
 */
export function isUnheard(state: FormState): boolean {
  return state?.ok === false && (state.error === 'unavailable' || state.error === 'session_expired');
}

/** Next gives an error of the server a digest, by which the log has it. */
function isThrownByApp(thrown: unknown): boolean {
  return typeof thrown === 'object' && thrown !== null && 'digest' in thrown;
}
