const worker = '/heic/worker.js';

// As large as a file that may be sent.
const maxBytes = 10 * 1024 * 1024;
/** As many as the server allows of any picture. */
const maxPixels = 50_000_000;
/** For half a megabyte on a slow line, and some seconds on a slow phone. */
const timeLimitMs = 60_000;

/**
 * Decodes a HEIC in a worker, for a browser that cannot. Loads the decoder, so it is for a file that was found to be a HEIC.
 * Null: it is unreadable or too large, took too long, or the decoder could not be loaded.
 */
export async function decodeHeic(file: Blob): Promise<ImageBitmap | null> {
  if (file.size > maxBytes) {
    return null;
  }
  const decoder = new Worker(worker);
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    return await new Promise((resolve) => {
      const giveUp = () => resolve(null);
      timer = setTimeout(giveUp, timeLimitMs);
      decoder.onerror = giveUp;
      decoder.onmessage = ({ data }: MessageEvent<ImageBitmap | null>) => resolve(data);
      postTo(decoder, file).catch(giveUp);
    });
  } finally {
    clearTimeout(timer);
    // All memory of a decoder is given back with it, and one that hangs ends.
    decoder.terminate();
  }
}

/** The worker may request scripts only, so the page gets the rest for it. */
async function postTo(decoder: Worker, file: Blob): Promise<void> {
  const { href: script } = new URL('libheif-js/libheif-wasm/libheif.js', import.meta.url);
  const { href: binary } = new URL('libheif-js/libheif-wasm/libheif.wasm', import.meta.url);
  const [content, wasmBinary] = await Promise.all([file.arrayBuffer(), load(binary)]);
  decoder.postMessage({ script, wasmBinary, file: new Uint8Array(content), maxPixels }, [
    content,
    wasmBinary,
  ]);
}

async function load(address: string): Promise<ArrayBuffer> {
  const response = await fetch(address);
  if (!response.ok) {
    throw new Error(`The decoder is not there: ${response.status}`);
  }
  return response.arrayBuffer();
}
