// How long the session still lasts, told from answers only: looking costs no request, because a request would lengthen it.

const storageKey = 'slagboom.sessieduur';

interface Span {
  /** Milliseconds without a request after which the server ends the session. */
  silence: number;
  /** When the session ends in any case, on the clock of this browser. */
  end: number;
}

function storedSpan(): Span | null {
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? 'null') as Span | null;
  } catch {
    return null;
  }
}

let lastAnswer = Date.now();

export const sessionClock = {
  /** Called at sign in, the only moment at which the server's clock and ours are known together. */
  begin(begun: string, end: string, endsInSilence: string) {
    const start = Date.parse(begun);
    const span: Span = { silence: Date.parse(endsInSilence) - start, end: Date.now() + Date.parse(end) - start };
    localStorage.setItem(storageKey, JSON.stringify(span));
    lastAnswer = Date.now();
  },
  touch() {
    lastAnswer = Date.now();
  },
  /** Milliseconds that are left, or null when nobody signed in from this browser. */
  left(now = Date.now()): number | null {
    const span = storedSpan();
    return span && Math.min(span.end, lastAnswer + span.silence) - now;
  },
  /** What time it is on the server, whose days decide about terms; the end of the session is the moment that both clocks know. */
  serverTime(end: string | undefined, now = Date.now()): number {
    const span = storedSpan();
    return span && end ? now + Date.parse(end) - span.end : now;
  },
  forget() {
    localStorage.removeItem(storageKey);
  },
};

type Listener = () => void;
const listeners = new Set<Listener>();

/** Announced when the server no longer knows the session of a request. */
export const sessionEnd = {
  announce() {
    for (const listener of listeners) listener();
  },
  subscribe(listener: Listener) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
};
