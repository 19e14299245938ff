import { ButtonLink } from '@gudbro/ui/button-link';
import { CopyButton } from '@gudbro/ui/copy-button';
import { QrCode } from '@gudbro/ui/qr-code';
import { getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { ShareButton } from '../share/share-button';

const linkId = 'stay-link';

type CodePlateProps = {
  /** What the code is called, and what its picture is. */
  label: string;
  qrTitle: string;
  code: string;
  url: string;
  /** What the guest needs besides. */
  note: string;
  placeName: string;
  /** More ways to hand it out. */
  children?: ReactNode;
  /** The act that mails it, or why there is none. */
  mail?: ReactNode;
};

/** The code of a stay with its QR, to show to the guest, and its link, to copy or to send. */
export async function CodePlate({
  label,
  qrTitle,
  code,
  url,
  note,
  placeName,
  children,
  mail,
}: CodePlateProps) {
  const t = await getTranslations('CodePlate');
  return (
    <section
      aria-labelledby="stay-code"
      className="mx-auto w-full max-w-104 rounded-3xl bg-tag p-5 text-tag-ink sm:p-6"
    >
      <h2 id="stay-code" className="sr-only">
        {t('heading')}
      </h2>
      <div className="mx-auto max-w-72 rounded-2xl bg-white p-1">
        <QrCode text={url} title={qrTitle} className="block h-auto w-full rounded-xl" />
      </div>
      <p className="mt-4 text-center">
        <span className="block text-tag-soft">{label}</span>
        <span className="mt-1 block wrap-anywhere select-all font-mono font-semibold text-2xl tracking-wider sm:text-3xl">
          {code}
        </span>
        <span className="mt-2 block text-pretty text-tag-soft leading-snug">{note}</span>
      </p>
      <p
        id={linkId}
        className="mt-5 select-all break-all rounded-xl bg-tag-well px-4 py-3 font-mono text-sm leading-relaxed"
      >
        {url}
      </p>
      <div className="mt-3 flex flex-wrap gap-3">
        <CopyButton
          sourceId={linkId}
          label={t('copyLink')}
          copiedLabel={t('copied')}
          selectedLabel={t('selected')}
          className="grow cursor-pointer bg-accent text-accent-ink hover:bg-accent/90"
        />
        <ShareButton text={t('shareText', { place: placeName })} url={url} label={t('share')} />
        <ButtonLink href={url} target="_blank" rel="noreferrer" variant="secondary" className="grow">
          {t('openGuestPage')}
        </ButtonLink>
        {children}
      </div>
      {mail}
    </section>
  );
}
