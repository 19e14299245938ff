/** What is told by sound: each sounds different. */
export type Tone = 'new' | 'cancelled' | 'late';

type Note = { hertz: number; atSeconds: number };

const tones: Record<Tone, readonly Note[]> = {
  new: [
    { hertz: 660, atSeconds: 0 },
    { hertz: 880, atSeconds: 0.18 },
    { hertz: 1320, atSeconds: 0.36 },
  ],
  cancelled: [
    { hertz: 660, atSeconds: 0 },
    { hertz: 440, atSeconds: 0.25 },
  ],
  late: [
    { hertz: 880, atSeconds: 0 },
    { hertz: 880, atSeconds: 0.25 },
    { hertz: 880, atSeconds: 0.5 },
  ],
};

const noteSeconds = 0.35;

/** Plays a tone now. Made by the browser, so that there is no file to load and none to lose. */
export function playTone(context: AudioContext, tone: Tone): void {
  for (const { hertz, atSeconds } of tones[tone]) {
    const start = context.currentTime + atSeconds;
    const [oscillator, volume] = [context.createOscillator(), context.createGain()];
    oscillator.frequency.value = hertz;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.5, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.001, start + noteSeconds);
    oscillator.connect(volume).connect(context.destination);
    oscillator.start(start);
    oscillator.stop(start + noteSeconds);
  }
}
