import { randomUUID } from 'node:crypto';
import type { Availability } from '@gudbro/guest-api/property-page-schemas';
import { Button } from '@gudbro/ui/button';
import { TextField } from '@gudbro/ui/text-field';
import { getLocale, getTranslations } from 'next-intl/server';
import type { LangOf } from '@/shell/language/lang-of';
import type { RequestDraft } from './request-draft';
import { isLastNameFirst, type NamedField } from './request-form';
import { RoomChoice } from './room-choice';
import type { Search } from './search';

type RequestFieldsProps = {
  slug: string;
  search: Search;
  found: Availability;
  draft: RequestDraft | null;
  langOf: LangOf<'roomType'>;
};

/** The booking request form. Its hidden key makes a double tap one request. */
export async function RequestFields({ slug, search, found, draft, langOf }: RequestFieldsProps) {
  const [t, locale] = await Promise.all([getTranslations('Place'), getLocale()]);
  const errors: Record<NamedField, string> = {
    choice: t('choiceMissing'),
    guestFirstName: t('firstNameMissing'),
    guestLastName: t('lastNameMissing'),
    guestEmail: t('emailInvalid'),
    guestPhone: t('phoneInvalid'),
  };
  const fieldOf = (name: NamedField) => ({
    name,
    defaultValue: draft?.values[name] ?? '',
    error: draft?.fields.includes(name) ? errors[name] : undefined,
  });
  const firstName = (
    <TextField
      key="first"
      {...fieldOf('guestFirstName')}
      label={t('guestFirstName')}
      required
      maxLength={99}
      autoComplete="given-name"
    />
  );
  const lastName = (
    <TextField
      key="last"
      {...fieldOf('guestLastName')}
      label={t('guestLastName')}
      hint={t('guestLastNameHint')}
      required
      maxLength={100}
      autoComplete="family-name"
    />
  );
  // A bed that was taken meanwhile is not among the options any more, so nothing is selected then.
  const choice = fieldOf('choice');
  return (
    // noValidate: our own errors, in the guest's language and beside the field, instead of the browser's bubbles.
    <form action={`/${slug}/request`} method="post" noValidate className="mt-4 space-y-4">
      <input type="hidden" name="key" value={draft?.values['key'] || randomUUID()} />
      <input type="hidden" name="checkIn" value={search.checkIn} />
      <input type="hidden" name="checkOut" value={search.checkOut} />
      <input type="hidden" name="guests" value={search.guests} />
      <RoomChoice
        options={found.options}
        currency={found.currency}
        chosen={choice.defaultValue}
        error={choice.error}
        langOf={langOf}
      />
      <div className="@container">
        <div className="grid grid-cols-1 gap-4 @md:grid-cols-2">
          {isLastNameFirst(locale) ? [lastName, firstName] : [firstName, lastName]}
          <TextField
            {...fieldOf('guestEmail')}
            type="email"
            label={t('guestEmail')}
            required
            maxLength={254}
            autoComplete="email"
            spellCheck={false}
          />
          <TextField
            {...fieldOf('guestPhone')}
            type="tel"
            label={t('guestPhone')}
            maxLength={40}
            autoComplete="tel"
          />
        </div>
      </div>
      <p className="text-pretty text-ink-soft text-sm leading-snug">{t('requestHint')}</p>
      <Button type="submit" className="w-full">
        {t('request')}
      </Button>
    </form>
  );
}
