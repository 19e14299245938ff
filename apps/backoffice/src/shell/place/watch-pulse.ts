const visibleMs = 3_000;
const hiddenMs = 30_000;
/** The server says something every three seconds, so a stream that is silent for longer is broken. */
const timeLimitMs = 8_000;
const beforeNextStreamMs = 30_000;

type Watcher = {
  /** The server was heard: with the place's pulse, or with null where it is still the one before. */
  onSeen: (pulse: string | null) => void;
  onLost: () => void;
  /** Nobody is signed in any more. */
  onSignedOut: () => void;
  /** Whose sign-in it is now, told by each answer that is asked for. */
  onPerson: (accountId: string) => void;
};

/**
 * Follows the pulse of a place: by a stream of the server while the page is visible, and where there is none, by asking. A hidden
 * page holds no stream, since a browser opens six connections to a server at most, and asks twice a minute.
 */
export function watchPulse(slug: string, { onSeen, onLost, onSignedOut, onPerson }: Watcher): () => void {
  const address = `/p/${slug}/pulse`;
  let timer: ReturnType<typeof setTimeout>;
  let stream: EventSource | null = null;
  let noStreamUntil = 0;
  let tag: string | null = null;
  let isOver = false;

  const askIn = (milliseconds: number) => {
    clearTimeout(timer);
    timer = setTimeout(ask, milliseconds);
  };

  const closeStream = () => {
    stream?.close();
    stream = null;
  };

  const giveUpStream = () => {
    noStreamUntil = Date.now() + beforeNextStreamMs;
    void ask();
  };

  const openStream = () => {
    const expectMore = () => {
      clearTimeout(timer);
      timer = setTimeout(giveUpStream, timeLimitMs);
    };
    stream = new EventSource(`${address}/live`);
    expectMore();
    stream.onmessage = ({ data }) => {
      onSeen(data === 'same' ? null : data);
      expectMore();
    };
    stream.onerror = giveUpStream;
  };

  async function ask(): Promise<void> {
    clearTimeout(timer);
    closeStream();
    const answer = await readPulse(address, tag);
    if (isOver) {
      return;
    }
    if (answer === null) {
      onLost();
    } else if (answer === 'signed_out') {
      onSignedOut();
    } else {
      tag = answer.tag;
      onPerson(answer.accountId);
      onSeen(answer.pulse);
    }
    if (
      answer !== null &&
      answer !== 'signed_out' &&
      !document.hidden &&
      stream === null &&
      Date.now() >= noStreamUntil
    ) {
      openStream();
    } else {
      askIn(document.hidden ? hiddenMs : visibleMs);
    }
  }

  const events = ['focus', 'online', 'offline'] as const;
  for (const event of events) {
    window.addEventListener(event, ask);
  }
  document.addEventListener('visibilitychange', ask);
  void ask();
  return () => {
    isOver = true;
    clearTimeout(timer);
    closeStream();
    for (const event of events) {
      window.removeEventListener(event, ask);
    }
    document.removeEventListener('visibilitychange', ask);
  };
}

type Answer = { tag: string | null; pulse: string | null; accountId: string };

/** The pulse as JSON, without one where it is still that with this tag. Null: the server or its database cannot be reached. */
async function readPulse(address: string, tag: string | null): Promise<Answer | 'signed_out' | null> {
  try {
    const response = await fetch(address, {
      signal: AbortSignal.timeout(timeLimitMs),
      headers: tag === null ? {} : { 'if-none-match': tag },
    });
    if (response.status === 401) {
      return 'signed_out';
    }
    const accountId = response.headers.get('account') ?? '';
    if (response.status === 304) {
      return { tag, pulse: null, accountId };
    }
    return response.ok
      ? { tag: response.headers.get('etag'), pulse: await response.text(), accountId }
      : null;
  } catch (thrown) {
    // fetch rejects with one of these two where there is no connection or the time is over. Anything else is a fault.
    if (thrown instanceof TypeError || thrown instanceof DOMException) {
      return null;
    }
    throw thrown;
  }
}
