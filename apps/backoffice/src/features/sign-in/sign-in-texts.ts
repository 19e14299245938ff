import { getTranslations } from 'next-intl/server';

/** The texts of the form, which runs in the browser. The browser gets no other messages. */
export async function readSignInTexts() {
  const t = await getTranslations('SignIn');
  return {
    email: t('email'),
    password: t('password'),
    submit: t('submit'),
    submitting: t('submitting'),
    fields: {
      email_missing: t('email_missing'),
      email_invalid: t('email_invalid'),
      password_missing: t('password_missing'),
      password_too_long: t('password_too_long'),
    },
    errors: {
      invalid_request: t('check_fields'),
      wrong_password: t('wrong_password'),
      email_not_confirmed: t('email_not_confirmed'),
      forbidden: t('forbidden'),
      // The form, which runs in the browser, fills in the minutes.
      rate_limited: t('rate_limited', { minutes: '{minutes}' }),
      unavailable: t('unavailable'),
      internal: t('internal'),
    },
  };
}

export type SignInTexts = Awaited<ReturnType<typeof readSignInTexts>>;
