import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';

export type PreviewProblem = {
  kind: 'code_is_small' | 'language_left_out' | 'text_shortened' | 'logo_left_out' | 'unprintable';
  signId: string;
  sign: string;
  locale?: string;
  text?: string;
  characters?: string;
  sizeMm?: number;
};

export type Preview =
  | { state: 'loading' | 'failed' }
  | { state: 'refused'; refusal: 'code_too_small' | 'nothing_to_print' }
  | { state: 'drawn'; url: string; pageCount: number; signCount: number; problems: PreviewProblem[] };

const pauseMs = 350;

/**
 * Draws the first page anew a moment after each change of the form, and when other rooms are shown in it. An answer that a later
 * change has overtaken is dropped.
 */
export function useSheetPreview(
  form: RefObject<HTMLFormElement | null>,
  url: string,
  shown: string,
): Preview {
  const [preview, setPreview] = useState<Preview>({ state: 'loading' });
  const abort = useRef<AbortController | null>(null);
  const timer = useRef(0);
  const drawnFor = useRef(shown);

  const draw = useCallback(async () => {
    if (form.current === null) {
      return;
    }
    abort.current?.abort();
    const controller = new AbortController();
    abort.current = controller;
    const body = new FormData(form.current);
    const drawn = await fetchPreview(url, body, controller.signal);
    if (!controller.signal.aborted) {
      setPreview(drawn);
    }
  }, [form, url]);

  const redraw = useCallback(() => {
    window.clearTimeout(timer.current);
    timer.current = window.setTimeout(draw, pauseMs);
  }, [draw]);

  useEffect(() => {
    void draw();
    return () => {
      window.clearTimeout(timer.current);
      abort.current?.abort();
    };
  }, [draw]);

  // Not `onChange`, which React calls for no box that a script has set: "All" and "None" dispatch the event themselves.
  useEffect(() => {
    const listened = form.current;
    listened?.addEventListener('input', redraw);
    listened?.addEventListener('change', redraw);
    return () => {
      listened?.removeEventListener('input', redraw);
      listened?.removeEventListener('change', redraw);
    };
  }, [form, redraw]);

  useEffect(() => {
    if (drawnFor.current !== shown) {
      drawnFor.current = shown;
      redraw();
    }
  }, [shown, redraw]);

  useEffect(
    () => () => (preview.state === 'drawn' ? URL.revokeObjectURL(preview.url) : undefined),
    [preview],
  );

  return preview;
}

async function fetchPreview(url: string, body: FormData, signal: AbortSignal): Promise<Preview> {
  try {
    const response = await fetch(url, { method: 'POST', body, signal });
    if (!response.ok) {
      return { state: 'failed' };
    }
    const { refusal, svg, ...drawn } = await response.json();
    if (refusal !== null) {
      return { state: 'refused', refusal };
    }
    const picture = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    return { state: 'drawn', url: picture, ...drawn };
  } catch {
    // No line. The person sees that the preview failed and can go on: the PDF does not need it.
    return { state: 'failed' };
  }
}
