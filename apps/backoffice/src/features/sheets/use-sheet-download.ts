import { useRef, useState } from 'react';

export type SheetDownload =
  | { state: 'idle' | 'done' | 'stopped' | 'failed' }
  | { state: 'running'; done: number; total: number };

/** Downloads the PDF and counts its pages as they arrive. Stopping it stops the server too. */
export function useSheetDownload(url: string) {
  const [download, setDownload] = useState<SheetDownload>({ state: 'idle' });
  const abort = useRef<AbortController | null>(null);

  async function start(form: FormData): Promise<void> {
    const controller = new AbortController();
    abort.current = controller;
    setDownload({ state: 'running', done: 0, total: 1 });
    try {
      const response = await fetch(url, { method: 'POST', body: form, signal: controller.signal });
      if (!response.ok || response.body === null) {
        setDownload({ state: 'failed' });
        return;
      }
      const total = Number(response.headers.get('x-page-count') ?? 1);
      const pieces = await readPieces(response.body, (done) =>
        setDownload({ state: 'running', done, total }),
      );
      saveFile(new Blob(pieces, { type: 'application/pdf' }), readFileName(response));
      setDownload({ state: 'done' });
    } catch {
      // The line dropped, the server ended the file early, or the person stopped it: fetch tells them apart by the signal alone.
      setDownload({ state: controller.signal.aborted ? 'stopped' : 'failed' });
    }
  }

  return { download, start, stop: () => abort.current?.abort() };
}

async function readPieces(body: ReadableStream<Uint8Array>, onPages: (done: number) => void) {
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  const text = new TextDecoder('latin1');
  let done = 0;
  const reader = body.getReader();
  for (;;) {
    const { done: isOver, value } = await reader.read();
    if (isOver) {
      return pieces;
    }
    // Copied, because the type of what arrives allows memory that is shared with another thread, which a Blob does not take.
    pieces.push(new Uint8Array(value));
    // The dictionary of each page is written in the clear when the page is done.
    done += text.decode(value).split('/Type /Page\n').length - 1;
    onPages(done);
  }
}

function readFileName(response: Response): string {
  return /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? 'signs.pdf';
}

function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // After the browser has begun to save it.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
