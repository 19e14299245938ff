import { shrinkPicture } from './shrink-picture';

/** Why a picture was not taken: an error of the table, its reason, or what the browser noticed. */
export type UploadProblem = string;

export type Sent = { ok: true; path: string } | { ok: false; problem: UploadProblem };

type Sending = { place: string; signal: AbortSignal; onProgress: (share: number) => void };

/** Sends one picture to the server and tells how much of it has arrived there. */
export async function sendPicture(file: File, { place, signal, onProgress }: Sending): Promise<Sent> {
  const body = await shrinkPicture(file);
  return new Promise((resolve) => {
    // fetch does not tell how much of a body was sent.
    const request = new XMLHttpRequest();
    const fail = (problem: UploadProblem) => resolve({ ok: false, problem });
    signal.addEventListener('abort', () => request.abort());
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 0 : loaded / total);
    request.onload = () => resolve(readResponse(request));
    request.onerror = () => fail('offline');
    request.ontimeout = () => fail('slow');
    request.onabort = () => fail('cancelled');
    request.timeout = 120_000;
    request.open('POST', `/p/${place}/pictures/upload`);
    request.setRequestHeader('content-type', 'application/octet-stream');
    request.send(body);
  });
}

type Answer = { picture?: { path?: unknown }; error?: unknown; reason?: unknown };

function readResponse({ status, responseText }: XMLHttpRequest): Sent {
  const answer = parse(responseText);
  const path = answer.picture?.path;
  if (status === 201 && typeof path === 'string') {
    return { ok: true, path };
  }
  if (answer.reason === 'too_many_pictures' || answer.reason === 'photos_are_waiting') {
    return { ok: false, problem: answer.reason };
  }
  return { ok: false, problem: status === 408 ? 'slow' : String(answer.error ?? 'internal') };
}

function parse(text: string): Answer {
  try {
    return JSON.parse(text) as Answer; // every field is looked at before it is used
  } catch {
    return {}; // a proxy's own page
  }
}
