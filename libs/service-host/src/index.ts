export { ClockSource, SystemClock } from './clock/clock-source.js';
export { FromView, ViewProgress } from './http/from-view.js';
export { cursorIn, Page, Paged, pageOf, pageQuery, pageSchema, type Cursor, type PageAsk } from './http/paging.js';
export { CaseId } from './input/case-id.js';
export { CommandEnvelope, envelopeFrom, type EnvelopeOptions } from './input/envelope.js';
export { parseBody, parseQuery } from './input/parse.js';
export { Documented, type Documentation } from './openapi/documented.js';
export { CommandAnswer, orProblem } from './problems/or-problem.js';
export { ProblemError, problemError, RefusalError } from './problems/problem-error.js';
