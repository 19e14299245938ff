'use client';

import { type RefObject, useEffect, useState } from 'react';

/** `insecure`: browsers allow the camera on https only. `missing`: there is no camera. */
export type CameraState = 'starting' | 'running' | 'denied' | 'missing' | 'insecure' | 'failed';

/** Plays the rear camera, or any other, in the video element and stops it when the component unmounts. */
export function useCamera(video: RefObject<HTMLVideoElement | null>): CameraState {
  const [state, setState] = useState<CameraState>('starting');

  useEffect(() => {
    const player = video.current;
    let stream: MediaStream | null = null;
    let isOver = false;

    async function start(): Promise<CameraState> {
      // Typed as always present, but missing outside a secure context.
      const devices = navigator.mediaDevices as MediaDevices | undefined;
      if (devices === undefined || player === null) {
        return 'insecure';
      }
      stream = await devices.getUserMedia({ video: { facingMode: { ideal: 'environment' } }, audio: false });
      if (isOver) {
        stop(stream);
        return 'starting';
      }
      player.srcObject = stream;
      await player.play();
      return 'running';
    }

    start().then(setState, (thrown: unknown) => !isOver && setState(stateOfFailure(thrown)));
    return () => {
      isOver = true;
      stop(stream);
    };
  }, [video]);

  return state;
}

function stop(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) {
    track.stop();
  }
}

function stateOfFailure(thrown: unknown): CameraState {
  switch (thrown instanceof Error ? thrown.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'denied';
    case 'NotFoundError':
    case 'OverconstrainedError':
      return 'missing';
    default:
      return 'failed';
  }
}
