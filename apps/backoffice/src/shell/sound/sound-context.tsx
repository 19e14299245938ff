'use client';

import { createContext, type ReactNode, useContext } from 'react';
import { type Sound, useSound } from './use-sound';

const SoundContext = createContext<Sound | null>(null);

/** One sound for the whole window: it goes on when the person opens another screen. */
export function SoundProvider({ children }: { children: ReactNode }) {
  return <SoundContext value={useSound()}>{children}</SoundContext>;
}

export function useSoundOfWindow(): Sound {
  const sound = useContext(SoundContext);
  if (sound === null) {
    throw new Error('What sounds stands in a SoundProvider.');
  }
  return sound;
}
