import { useRef, useState } from 'react';

export type WalkVerdict = {
  kind: 'room' | 'place' | 'wifi';
  verdict: 'current' | 'dead' | 'foreign';
  isNew: boolean;
  roomNumber: string | null;
  seen: number;
  total: number;
};

export type WalkScan = { state: 'idle' | 'checking' | 'failed' } | ({ state: 'told' } & WalkVerdict);

/** Asks the server what a code is, and tells it by sound and vibration as well: the person looks at the wall. */
export function useWalkScan(slug: string, walkId: string, onTold: () => void) {
  const [scan, setScan] = useState<WalkScan>({ state: 'idle' });
  const isBusy = useRef(false);

  async function check(text: string): Promise<void> {
    if (isBusy.current || text.trim() === '') {
      return;
    }
    isBusy.current = true;
    setScan({ state: 'checking' });
    try {
      const response = await fetch(`/p/${slug}/sheets/walk/scan`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ walk: walkId, text }),
      });
      if (!response.ok) {
        throw new Error(`The scan was refused: ${response.status}`);
      }
      const told: WalkVerdict = await response.json();
      setScan({ state: 'told', ...told });
      signal(told.verdict === 'current');
      onTold();
    } catch {
      // No line, or the walk was finished elsewhere. Either way the person is told that this scan does not count.
      setScan({ state: 'failed' });
      signal(false);
    } finally {
      isBusy.current = false;
    }
  }

  return { scan, check };
}

/** One high tone for good, three low ones for a sign that has to come down. */
function signal(isGood: boolean): void {
  navigator.vibrate?.(isGood ? 80 : [250, 100, 250, 100, 250]);
  const audio = new AudioContext();
  const tones = isGood ? [0] : [0, 0.25, 0.5];
  for (const start of tones) {
    const tone = audio.createOscillator();
    tone.frequency.value = isGood ? 880 : 220;
    tone.connect(audio.destination);
    tone.start(audio.currentTime + start);
    tone.stop(audio.currentTime + start + 0.15);
  }
  setTimeout(() => void audio.close(), 1000);
}
