// How long the session still lasts, told from answers only: looking costs no request, because a request would lengthen it.
import type { Session } from './types';

interface Span {
  /** Milliseconds without a request after which the server ends the session. */
  silence: number;
  /** When the session ends in any case, on the clock of this browser. */
  end: number;
  /** How far the clock of the server is ahead of ours. */
  ahead: number;
}

let span: Span | null = null;
let lastAnswer = Date.now();

export const sessionClock = {
  /** Takes the moments of a session that just arrived: its `nu` ties the server's clock to ours. */
  follow({ nu, eindigtOp, eindigtBijStilteOp }: Pick<Session, 'nu' | 'eindigtOp' | 'eindigtBijStilteOp'>) {
    const now = Date.parse(nu);
    lastAnswer = Date.now();
    span = {
      silence: Date.parse(eindigtBijStilteOp) - now,
      end: lastAnswer + Date.parse(eindigtOp) - now,
      ahead: now - lastAnswer,
    };
  },
  touch() {
    lastAnswer = Date.now();
  },
  /** Milliseconds that are left, or null when nobody is signed in. */
  left(now = Date.now()): number | null {
    return span && Math.min(span.end, lastAnswer + span.silence) - now;
  },
  /** What time it is on the server, whose days decide about terms; ours as long as nobody is signed in. */
  serverTime(now = Date.now()): number {
    return now + (span?.ahead ?? 0);
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
