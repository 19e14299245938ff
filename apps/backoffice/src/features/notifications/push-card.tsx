'use client';

import { Button } from '@gudbro/ui/button';
import { Notice } from '@gudbro/ui/notice';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { FormProblem } from '@/shell/form/form-problem';
import { usePush } from './use-push';

type PushCardProps = {
  place: string;
  /** Null where the deployment has no keys for push messages. */
  publicKey: string | null;
  endpoints: readonly string[];
};

/** Whether this browser gets push messages, and how it does. */
export function PushCard({ publicKey, ...rest }: PushCardProps) {
  const t = useTranslations('Notifications');
  return publicKey === null ? (
    <Card>
      <p className="text-ink-soft">{t('push_unconfigured')}</p>
    </Card>
  ) : (
    <PushSwitch publicKey={publicKey} {...rest} />
  );
}

function PushSwitch({ place, publicKey, endpoints }: PushCardProps & { publicKey: string }) {
  const t = useTranslations('Notifications');
  const { state, problem, isPending, turnOn, turnOff } = usePush(place, publicKey, endpoints);
  return (
    <Card>
      <p role="status" className="wrap-anywhere text-pretty text-ink-soft">
        {t(`push_${state}`)}
      </p>
      {/* As high as the button, so that what follows does not move when the browser has answered. */}
      {state === 'checking' && <div className="h-12" />}
      {state === 'homeScreen' && (
        <ol className="list-decimal space-y-1 pl-5">
          <li>{t('homeScreen1')}</li>
          <li>{t('homeScreen2')}</li>
          <li>{t('homeScreen3')}</li>
        </ol>
      )}
      {problem === 'failed' ? (
        <Notice tone="danger" role="alert">
          {t('push_failed')}
        </Notice>
      ) : (
        <FormProblem state={problem} />
      )}
      {state === 'off' && (
        <Button onClick={turnOn} aria-disabled={isPending} className="cursor-pointer">
          {t('turnPushOn')}
        </Button>
      )}
      {state === 'on' && (
        <Button variant="secondary" onClick={turnOff} aria-disabled={isPending} className="cursor-pointer">
          {t('turnPushOff')}
        </Button>
      )}
    </Card>
  );
}

function Card({ children }: { children: ReactNode }) {
  const t = useTranslations('Notifications');
  return (
    <section aria-labelledby="push" className="space-y-4 rounded-2xl bg-surface p-5 shadow-lift sm:p-6">
      <h2 id="push" className="font-display text-xl">
        {t('push')}
      </h2>
      {children}
    </section>
  );
}
