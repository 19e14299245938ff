'use client';

import { useRef, useState } from 'react';
import { sendPicture, type UploadProblem } from './send-picture';

/** A picture on its way, or one that was refused. */
export type Upload = {
  id: string;
  name: string;
  share: number;
  problem: UploadProblem | null;
  cancel: () => void;
};

/** Sends pictures one after the other and passes each on when it is stored. */
export function useUploads(place: string, onStored: (path: string) => void) {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const line = useRef<Promise<unknown>>(Promise.resolve());

  const change = (id: string, changes: Partial<Upload>) =>
    setUploads((now) => now.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload)));
  const drop = (id: string) => setUploads((now) => now.filter((upload) => upload.id !== id));

  function add(file: File): void {
    const id = crypto.randomUUID();
    const abort = new AbortController();
    const cancel = () => {
      abort.abort();
      drop(id);
    };
    setUploads((now) => [...now, { id, name: file.name, share: 0, problem: null, cancel }]);
    line.current = line.current.then(async () => {
      if (abort.signal.aborted) {
        return;
      }
      const sent = await sendPicture(file, {
        place,
        signal: abort.signal,
        onProgress: (share) => change(id, { share }),
      });
      if (sent.ok) {
        drop(id);
        onStored(sent.path);
      } else if (!abort.signal.aborted) {
        change(id, { problem: sent.problem });
      }
    });
  }

  return { uploads, add };
}
