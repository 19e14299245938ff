'use client';

import type { DocumentType } from '@gudbro/domain';
import { useCamera } from '@gudbro/scanner/use-camera';
import { Button } from '@gudbro/ui/button';
import { Icon } from '@gudbro/ui/icon';
import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import { toJpeg } from '@/client/pictures/to-jpeg';
import { useOneAtATime } from '@/client/use-one-at-a-time';
import { Sheet } from '@/shell/sheets/sheet';
import { areaInFrame, frameIn, frameRatio } from './frame-area';
import { documentJpeg } from './prepare-picture';

type DocumentCameraProps = {
  type: DocumentType;
  onPicture: (picture: File) => void;
  onClose: () => void;
};

/** The view has this form: a phone's page is held upright, and the document's across it. */
const view = { width: 100, height: 100 };

/** The camera's picture with a frame that the document fits into. A frame of a video has no place and no name of a phone in it. */
export function DocumentCamera({ type, onPicture, onClose }: DocumentCameraProps) {
  const t = useTranslations('DocumentCamera');
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video);
  const { runAlone } = useOneAtATime();
  const ratio = frameRatio(type);
  const isLive = camera === 'starting' || camera === 'running';
  useEffect(() => {
    if (camera === 'running' && video.current) {
      void sharpen(video.current);
    }
  }, [camera]);

  async function shoot() {
    const player = video.current;
    if (player === null || player.videoWidth === 0) {
      return;
    }
    const size = { width: player.videoWidth, height: player.videoHeight };
    const picture = await toJpeg(player, areaInFrame(size, view, ratio), documentJpeg);
    if (picture !== null) {
      onPicture(picture);
    }
  }

  const footer = isLive && (
    <Button
      onClick={() => void runAlone(shoot)}
      disabled={camera !== 'running'}
      className="min-h-14 w-full text-lg"
    >
      <Icon name="camera" className="size-6 shrink-0" />
      {t('shoot')}
    </Button>
  );
  return (
    <Sheet title={t('title')} onClose={onClose} footer={footer}>
      <div className={isLive ? 'relative' : 'hidden'}>
        {/* Rendered even before the camera runs: the stream needs an element to play in. */}
        <video
          ref={video}
          muted
          playsInline
          className="aspect-square w-full rounded-2xl bg-tag-well object-cover"
        />
        <Frame ratio={ratio} />
      </div>
      <p role="status" className="mt-3 text-pretty text-center leading-snug">
        {t(`states.${camera}`)}
      </p>
      <Button variant="secondary" onClick={onClose} className="mt-3 w-full">
        {t('back')}
      </Button>
    </Sheet>
  );
}

/** What is outside of the frame is darker. */
function Frame({ ratio }: { ratio: number }) {
  const { x, y, width, height } = frameIn(view, ratio);
  const whole = `M0 0H${view.width}V${view.height}H0Z`;
  const hole = `M${x} ${y}V${y + height}H${x + width}V${y}Z`;
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${view.width} ${view.height}`}
      className="absolute top-0 size-full rounded-2xl"
    >
      <path d={whole + hole} fill="#000" fillOpacity="0.5" />
      <rect x={x} y={y} width={width} height={height} rx="2" fill="none" stroke="#fff" strokeWidth="0.8" />
    </svg>
  );
}

/** Asks for as many pixels as the camera has, up to what is sent: the smallest line of a passport has to be read. */
async function sharpen(player: HTMLVideoElement): Promise<void> {
  const [track] = player.srcObject instanceof MediaStream ? player.srcObject.getVideoTracks() : [];
  try {
    await track?.applyConstraints({
      width: { ideal: 2560 },
      height: { ideal: 1920 },
      facingMode: { ideal: 'environment' },
    });
  } catch (thrown) {
    // The picture stays as it is.
    console.info(thrown);
  }
}
