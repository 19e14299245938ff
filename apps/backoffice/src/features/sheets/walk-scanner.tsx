'use client';

import type { DetectText } from '@gudbro/scanner/create-detector';
import { useCamera } from '@gudbro/scanner/use-camera';
import { useScan } from '@gudbro/scanner/use-scan';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { TextField } from '@gudbro/ui/text-field';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useRef, useState } from 'react';
import { useWalkScan, type WalkScan } from './use-walk-scan';

type WalkScannerProps = { slug: string; walkId: string };

/** The camera, a field for a code, and the verdict between them. */
export function WalkScanner({ slug, walkId }: WalkScannerProps) {
  const t = useTranslations('Walk');
  const router = useRouter();
  const { scan, check } = useWalkScan(slug, walkId, () => router.refresh());
  const [detect, setDetect] = useState<{ text: DetectText } | null>(null);
  async function startCamera() {
    const { createDetector } = await import('@gudbro/scanner/create-detector');
    const text = await createDetector();
    setDetect({ text });
  }
  return (
    <div className="space-y-4">
      {detect === null ? (
        <Button onClick={startCamera} className="w-full cursor-pointer noscript:hidden">
          <Icon name="camera" />
          {t('camera')}
        </Button>
      ) : (
        <Camera detect={detect.text} onText={check} onStop={() => setDetect(null)} />
      )}
      <Verdict scan={scan} />
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const field = event.currentTarget.elements.namedItem('code');
          if (field instanceof HTMLInputElement) {
            void check(field.value);
            field.select();
          }
        }}
        className="flex flex-wrap items-start gap-3"
      >
        <TextField
          label={t('code')}
          hint={t('codeHint')}
          name="code"
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          maxLength={300}
          className="min-w-0 grow"
        />
        <Button type="submit" variant="secondary" className="mt-[1.875rem] cursor-pointer">
          {t('check')}
        </Button>
      </form>
    </div>
  );
}

type CameraProps = { detect: DetectText; onText: (text: string) => void; onStop: () => void };

function Camera({ detect, onText, onStop }: CameraProps) {
  const t = useTranslations('Walk');
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video);
  useScan(video, detect, camera === 'running', onText);
  const isLive = camera === 'starting' || camera === 'running';
  return (
    <div className="space-y-3">
      <video
        ref={video}
        muted
        playsInline
        className={
          isLive ? 'aspect-square max-h-[45dvh] w-full rounded-2xl bg-tag-well object-cover' : 'hidden'
        }
      />
      <p role="status" className="text-pretty leading-snug">
        {t(`camera_${camera}`)}
      </p>
      <Button variant="secondary" onClick={onStop} className="w-full cursor-pointer">
        {t('stopCamera')}
      </Button>
    </div>
  );
}

/** By colour, icon and words, as large as the hand that holds the phone needs it. */
function Verdict({ scan }: { scan: WalkScan }) {
  const t = useTranslations('Walk');
  const isBad = scan.state === 'failed' || (scan.state === 'told' && scan.verdict !== 'current');
  const look = isBad ? 'bg-danger text-surface' : 'bg-accent text-accent-ink';
  return (
    <div role="alert" className="empty:hidden">
      {scan.state === 'checking' && <p className="p-4 text-ink-soft">{t('checking')}</p>}
      {scan.state === 'failed' && (
        <p className={`flex items-center gap-3 rounded-2xl p-4 font-semibold text-lg ${look}`}>
          <Icon name="close" className="size-8 shrink-0" />
          {t('notSaved')}
        </p>
      )}
      {scan.state === 'told' && (
        <div className={`flex items-center gap-4 rounded-2xl p-4 ${look}`}>
          <Icon name={isBad ? 'close' : 'check'} className="size-10 shrink-0" />
          <div className="min-w-0">
            <p className="wrap-anywhere font-display text-2xl leading-snug">
              {t(verdictKey(scan), { room: scan.roomNumber ?? '' })}
            </p>
            {scan.verdict === 'dead' && scan.roomNumber !== null && (
              <p>{t('deadRoom', { room: scan.roomNumber })}</p>
            )}
            {scan.verdict === 'dead' && scan.kind === 'wifi' && <p>{t('outdatedWifiText')}</p>}
            {scan.verdict === 'foreign' && (
              <p>{t(scan.kind === 'wifi' ? 'foreignWifiText' : 'foreignText')}</p>
            )}
          </div>
        </div>
      )}
    </div>
  );
}

function verdictKey({ kind, verdict, isNew }: WalkScan & { state: 'told' }) {
  if (verdict === 'foreign') {
    return 'verdict_foreign';
  }
  if (kind === 'room') {
    return verdict === 'current' && !isNew ? 'verdict_again' : (`verdict_${verdict}` as const);
  }
  return kind === 'place' ? 'verdict_place' : (`verdict_wifi_${verdict}` as const);
}
