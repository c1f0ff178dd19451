import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from './generated/schema';
import { isProblem, notReached, problemFrom } from './problem';
import { sessionClock, sessionEnd } from './session-clock';

export const api = createClient<paths>({ baseUrl: '/api/v1', headers: { 'X-Slagboom': '1' } });

// Signing in with a wrong password, and asking whether there is a session, are no end of one.
const asksForSession = (request: Request) => new URL(request.url).pathname.startsWith('/api/v1/sessies');

const watchSession: Middleware = {
  onResponse({ request, response }) {
    if (response.ok) sessionClock.touch();
    if (response.status === 401 && !asksForSession(request)) sessionEnd.announce();
  },
  onError: () => notReached(),
};
api.use(watchSession);

interface Answer<Body> {
  data?: Body;
  error?: unknown;
  response: Response;
}

/** The body of an answer; throws an ApiProblem for everything else. */
export async function unwrap<Body>(answer: Promise<Answer<Body>>): Promise<Body> {
  return (await unwrapWithTag(answer)).body;
}

/** The body with its ETag, to send back in If-Match when it is changed. */
export async function unwrapWithTag<Body>(answer: Promise<Answer<Body>>): Promise<{ body: Body; etag: string | null }> {
  const { data, error, response } = await answer;
  if (!response.ok) throw isProblem(error) ? error : problemFrom(response, error);
  return { body: data as Body, etag: response.headers.get('ETag') };
}

/** Choose one per thing that is sent, not per attempt: the server does the same request once. */
export function newIdempotencyKey(): string {
  return crypto.randomUUID();
}
