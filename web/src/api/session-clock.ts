// How long the session still lasts, told from answers only: looking costs no request, because a request would lengthen it.
import type { Session } from './types';

interface Span {
  /** Milliseconds without a request after which the server ends the session. */
  silence: number;
  /** When the session ends in any case, on the clock of this browser. */
  end: number;
}

let span: Span | null = null;
let lastAnswer = Date.now();

export const sessionClock = {
  /** Takes the moments of a session that just arrived: its `nu` ties the server's clock to ours. */
  follow({ nu, eindigtOp, eindigtBijStilteOp }: Pick<Session, 'nu' | 'eindigtOp' | 'eindigtBijStilteOp'>) {
    const now = Date.parse(nu);
    span = { silence: Date.parse(eindigtBijStilteOp) - now, end: Date.now() + Date.parse(eindigtOp) - now };
    lastAnswer = Date.now();
  },
  touch() {
    lastAnswer = Date.now();
  },
  /** Milliseconds that are left, or null when nobody is signed in. */
  left(now = Date.now()): number | null {
    return span && Math.min(span.end, lastAnswer + span.silence) - now;
  },
  /** What time it is on the server, whose days decide about terms; the end of the session is the moment that both clocks know. */
  serverTime(end: string | undefined, now = Date.now()): number {
    const span = storedSpan();
    return span && end ? now + Date.parse(end) - span.end : now;
  },
  forget() {
    span = null;
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
