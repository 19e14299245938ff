'use client';

import { ButtonLink } from '@gudbro/ui/button-link';
import { CopyButton } from '@gudbro/ui/copy-button';
import { Notice } from '@gudbro/ui/notice';
import { useLocale, useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useRef } from 'react';
import { ShareButton } from '@/shell/share/share-button';

type InvitationLinkProps = {
  place: { slug: string; name: string };
  /** From the action: the link, its end and the drawing of its QR code. */
  shown: Record<string, string>;
};

/** The link of a new invitation, shown once: to copy, to share, or to scan with the other person's phone. */
export function InvitationLink({ place, shown }: InvitationLinkProps) {
  const t = useTranslations('Invite');
  const locale = useLocale();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const { url = '', expiresAt = '', qrSize = '0', qrPath = '', email = '', mailsShownAt = '' } = shown;
  const end = new Date(expiresAt).toLocaleDateString(locale, { dateStyle: 'full' });
  return (
    <section className="space-y-6 rounded-2xl bg-surface p-5 shadow-lift sm:p-6">
      <h2 ref={heading} tabIndex={-1} className="font-display text-2xl leading-snug outline-none">
        {t('ready')}
      </h2>
      <Notice icon="key">{t('onceNotice')}</Notice>
      {email !== '' && <MailedTo email={email} shownAt={mailsShownAt} />}
      <div className="grid items-start gap-6 sm:grid-cols-[1fr_auto]">
        <div className="min-w-0 space-y-4">
          <p
            id="invitation-link"
            className="wrap-anywhere select-all rounded-xl bg-sunken p-4 font-mono text-sm"
          >
            {url}
          </p>
          <div className="flex flex-wrap gap-3">
            <CopyButton
              sourceId="invitation-link"
              label={t('copy')}
              copiedLabel={t('copied')}
              selectedLabel={t('selected')}
            />
            <ShareButton text={t('shareText', { place: place.name })} url={url} label={t('share')} />
          </div>
          <p className="text-pretty text-ink-soft leading-relaxed">{t('until', { day: end })}</p>
        </div>
        <figure className="w-48 max-w-full">
          <svg
            role="img"
            aria-label={t('qr')}
            viewBox={`0 0 ${qrSize} ${qrSize}`}
            shapeRendering="crispEdges"
            className="w-full rounded-xl"
          >
            <rect width={qrSize} height={qrSize} fill="#fff" />
            <path fill="#000" d={qrPath} />
          </svg>
          <figcaption className="mt-2 text-ink-soft text-sm leading-snug">{t('qrHint')}</figcaption>
        </figure>
      </div>
      <ButtonLink href={`/p/${place.slug}/members`} variant="secondary">
        {t('done')}
      </ButtonLink>
    </section>
  );
}

/** Where the link is mailed as well; in a trial without a mail server, where the mail is read instead. */
function MailedTo({ email, shownAt }: { email: string; shownAt: string }) {
  const t = useTranslations('Invite');
  const link = (text: ReactNode) => (
    <a href={shownAt} target="_blank" rel="noreferrer" className="font-semibold underline underline-offset-4">
      {text}
    </a>
  );
  return (
    <Notice icon="mail">
      {shownAt === '' ? t('mailedTo', { email }) : t.rich('mailShownAt', { email, link })}
    </Notice>
  );
}
