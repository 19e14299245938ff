import { ButtonLink } from '@gudbro/ui/button-link';
import { Card } from '@gudbro/ui/card';
import { CopyButton } from '@gudbro/ui/copy-button';
import { getTranslations } from 'next-intl/server';

const linkId = 'guest-link';

/** The address in the QR code, to copy or to open. */
export async function GuestLink({ url }: { url: string }) {
  const t = await getTranslations('Room');
  return (
    <Card title={t('linkHeading')} icon="qr">
      <p
        id={linkId}
        className="select-all break-all rounded-xl bg-sunken px-4 py-3 font-mono text-sm leading-relaxed"
      >
        {url}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        <CopyButton
          sourceId={linkId}
          label={t('copyLink')}
          copiedLabel={t('copied')}
          selectedLabel={t('selected')}
          className="w-full cursor-pointer bg-accent text-accent-ink hover:bg-accent/90 sm:w-auto md:w-full xl:w-auto"
        />
        <ButtonLink
          href={url}
          target="_blank"
          rel="noreferrer"
          variant="secondary"
          className="w-full sm:w-auto md:w-full xl:w-auto"
        >
          {t('openGuestPage')}
        </ButtonLink>
      </div>
      <p className="mt-4 text-pretty text-ink-soft leading-relaxed">{t('linkHelp')}</p>
    </Card>
  );
}
