import { Icon } from '@gudbro/ui/icon';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { PendingBar } from '@/shell/place/pending-bar';
import type { NotificationWords } from './describe';
import { iconOfKind } from './kinds';
import type { Notification } from './queries';

type NotificationRowProps = {
  href: string;
  notification: Notification;
  words: ReturnType<NotificationWords>;
};

/** One notification. A thing that nobody has seen to stands out until the person has read of it. */
export async function NotificationRow({ href, notification, words }: NotificationRowProps) {
  const t = await getTranslations('Notifications');
  const { kind, read_at, settled_at, happened_at } = notification;
  const isNew = read_at === null && settled_at === null;
  return (
    <li className="relative flex min-h-16 items-start gap-3 px-4 py-3 hover:bg-sunken has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-focus has-[a:focus-visible]:-outline-offset-3 sm:gap-4 sm:px-5">
      <span
        className={`relative mt-0.5 flex size-10 shrink-0 items-center justify-center rounded-full ${isNew ? 'bg-tag text-tag-ink' : 'bg-sunken text-ink-soft'}`}
      >
        <Icon name={iconOfKind(kind)} className="size-5" />
        {isNew && (
          <span className="absolute -top-0.5 -right-0.5 size-3 rounded-full border-2 border-surface bg-danger" />
        )}
      </span>
      <div className="min-w-0 grow">
        <Link
          href={href}
          prefetch={false}
          className={`wrap-anywhere block outline-none after:absolute after:inset-0 ${isNew ? 'font-semibold' : 'text-ink-soft'}`}
        >
          {isNew && <span className="sr-only">{t('new')} </span>}
          {words.title}
          <PendingBar />
        </Link>
        {words.facts !== '' && <p className="wrap-anywhere text-ink-soft">{words.facts}</p>}
        <p className="text-ink-soft text-sm">
          <time dateTime={happened_at} title={words.at}>
            {words.ago}
          </time>
          {settled_at !== null && <> · {t('settled')}</>}
        </p>
      </div>
      <Icon name="chevron" className="size-5 shrink-0 -rotate-90 self-center text-ink-soft" />
    </li>
  );
}
