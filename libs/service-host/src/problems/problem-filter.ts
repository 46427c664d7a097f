import { Catch, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Logger } from 'pino';
import { requestIdOf } from '../http/request-id.js';
import { answerTo, detailsOf } from './problem-details.js';

/** Answers an error as problem details, and logs it where it is ours. */
const sendProblem = (error: unknown, request: Request, response: Response, log: Logger): void => {
  const answer = answerTo(error);
  const requestId = requestIdOf(request);
  if (answer.ours) log.error({ err: error, requestId }, 'A request failed by a defect');
  else if (answer.status >= 500) log.warn({ err: error, requestId }, 'A request could not be answered');
  // The answer has begun (a stream): all that can be told now is that it does not go on.
  if (response.headersSent) return void response.destroy();
  response
    .status(answer.status)
    .set(answer.headers)
    .type('application/problem+json')
    // Paths are told without their query, which may hold what nobody should see in a log.
    .send(JSON.stringify(detailsOf(answer, request.originalUrl.split('?', 1)[0] ?? '/', requestId)));
};

/** For what is thrown inside a route. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<Request>(), http.getResponse<Response>(), this.log);
  }
}

/** For what is thrown before a route was found. */
export const problemHandler =
  (log: Logger): ErrorRequestHandler =>
  (error, request, response, _next) =>
    sendProblem(error, request, response, log);
