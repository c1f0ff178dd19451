import type { FieldFault, Problem } from './types';

export type ProblemCode = Problem['code'] | 'geen-verbinding';

/** What the server refused, or that it was not reached (status 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: ProblemCode;
  readonly title: string;
  readonly reference: string | null;
  readonly faults: FieldFault[];
  readonly conflict: Problem['conflict'];

  constructor(problem: Omit<Problem, 'code'> & { code: ProblemCode }) {
    super(problem.detail);
    this.name = 'ApiProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.title = problem.title;
    this.reference = problem.instance ?? null;
    this.faults = problem.fouten;
    this.conflict = problem.conflict;
  }
}

export function isProblem(error: unknown, code?: ProblemCode): error is ApiProblem {
  return error instanceof ApiProblem && (code === undefined || error.code === code);
}

/** What was asked for is not there, or not for whoever asks. */
export const isNotFound = (error: unknown) => isProblem(error) && error.status === 404;

export function notReached(): ApiProblem {
  return new ApiProblem({ status: 0, title: '', detail: '', code: 'geen-verbinding', fouten: [] });
}

/** An answer that is no problem+json comes from something between us and the server. */
export function problemFrom(response: Response, body: unknown): ApiProblem {
  if (typeof body === 'object' && body !== null && 'code' in body && 'fouten' in body)
    return new ApiProblem(body as Problem);
  return new ApiProblem({ status: response.status, title: '', detail: '', code: 'storing', fouten: [] });
}

/** The id that a field has on the page: its JSON pointer, without the slash in front. */
export function fieldIdOf(pointer: string): string {
  return pointer.replace(/^\//, '').replaceAll('/', '-');
}
