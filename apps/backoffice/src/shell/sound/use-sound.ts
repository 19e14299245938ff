'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { playTone, type Tone } from './play-tone';

const storageKey = 'order-sound';
/** A browser that allows the sound needs a moment to begin. */
const mutedAfterMs = 1_000;

const isWanted = () => localStorage.getItem(storageKey) === 'on';

export type Sound = {
  isOn: boolean;
  /** The person wants it, and the browser lets nothing sound before the page was touched. */
  isMuted: boolean;
  setIsOn: (isOn: boolean) => void;
  unmute: () => void;
  play: (tone: Tone) => void;
};

/** The sound of this browser. It is off until the person switches it on, and stays as it was set. */
export function useSound(): Sound {
  const [isOn, setOn] = useState(false);
  const [isMuted, setIsMuted] = useState(false);
  const context = useRef<AudioContext | null>(null);

  const open = useCallback((): AudioContext => {
    if (context.current === null) {
      const made = new AudioContext();
      made.onstatechange = () => setIsMuted(isWanted() && made.state !== 'running');
      context.current = made;
    }
    return context.current;
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    if (isWanted()) {
      setOn(true);
      const opened = open();
      timer = setTimeout(() => setIsMuted(isWanted() && opened.state !== 'running'), mutedAfterMs);
    }
    // A browser lets a page sound once it was touched, whatever was touched.
    const resume = () => {
      if (context.current?.state === 'suspended' && isWanted()) {
        void context.current.resume();
      }
    };
    const gestures = ['pointerdown', 'keydown'] as const;
    for (const gesture of gestures) {
      document.addEventListener(gesture, resume);
    }
    return () => {
      clearTimeout(timer);
      for (const gesture of gestures) {
        document.removeEventListener(gesture, resume);
      }
      void context.current?.close();
      context.current = null;
    };
  }, [open]);

  const play = useCallback((tone: Tone) => {
    // What a suspended context is given would all sound at once when it may.
    if (context.current?.state === 'running' && isWanted()) {
      playTone(context.current, tone);
    }
  }, []);

  const unmute = useCallback(() => {
    const opened = open();
    void opened.resume().then(() => playTone(opened, 'new'));
  }, [open]);

  const setIsOn = useCallback(
    (on: boolean) => {
      localStorage.setItem(storageKey, on ? 'on' : 'off');
      setOn(on);
      if (on) {
        unmute();
      } else {
        void context.current?.suspend();
      }
    },
    [unmute],
  );
  return { isOn, isMuted: isOn && isMuted, setIsOn, unmute, play };
}
