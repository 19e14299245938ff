import type { FormAction, FormState } from '@gudbro/api-kit';

/**
 * Sends a form to an action by a script. A line that is lost meanwhile is an outcome like others: the form is still there, says
 * so, and can be sent again. An error that is thrown shows an error page in its place.
 */
export async function sendForm(action: FormAction, form: FormData): Promise<FormState> {
  try {
    return await action(null, form);
  } catch (thrown) {
    if (thrown instanceof TypeError) {
      return { ok: false, error: 'unavailable', retryAfterSeconds: 5, fields: {}, values: {} };
    }
    throw thrown;
  }
}
