import {
  Inject,
  Injectable,
  Optional,
  type CallHandler,
  type ExecutionContext,
  type NestInterceptor,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request, Response } from 'express';
import { from, map, switchMap, type Observable } from 'rxjs';
import { ENVELOPE, type EnvelopeOptions } from '../input/envelope.js';
import { CommandAnswer, ReadingAnswer } from '../problems/or-problem.js';
import { FileAnswer } from './file-answer.js';
import { ProblemError, problemError } from '../problems/problem-error.js';
import { FROM_VIEW, ViewProgress } from './from-view.js';

const longestWaitMs = 5_000;

/** Headers of answers, and the wait of a view for the position that its reader has already seen. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    @Optional() @Inject(ViewProgress) private readonly views?: ViewProgress,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const response = context.switchToHttp().getResponse<Response>();
    const view = this.reflector.get<string | undefined>(FROM_VIEW, context.getHandler());
    if (view !== undefined) return from(this.caughtUp(view, context)).pipe(switchMap(() => next.handle()));
    const options = this.reflector.get<EnvelopeOptions | undefined>(ENVELOPE, context.getHandler());
    return next.handle().pipe(
      map((answer: unknown) => {
        if (answer instanceof CommandAnswer || answer instanceof ReadingAnswer)
          response.setHeader('ETag', `"${answer.version}"`);
        if (answer instanceof ReadingAnswer) return answer.document;
        if (answer instanceof FileAnswer) return answer.sentBy(response);
        if (!(answer instanceof CommandAnswer)) return answer;
        response.status(options?.creates || options?.adds ? 201 : 200);
        response.setHeader('Exeat-Position', String(answer.position));
        return answer;
      }),
    );
  }

  /** Throws 503 VIEW_BEHIND where the view has not read so far in time. */
  private async caughtUp(view: string, context: ExecutionContext): Promise<void> {
    if (!this.views) throw new Error(`Nobody runs the view "${view}" here.`);
    const http = context.switchToHttp();
    const wanted = positionIn(http.getRequest<Request>());
    if (wanted !== undefined && !(await this.views.waitFor(view, wanted, longestWaitMs))) {
      const sentence = `The view has not read up to position ${wanted} yet. Ask again in a moment.`;
      throw new ProblemError([{ code: 'VIEW_BEHIND', sentence }], { status: 503, retryAfterSeconds: 1 });
    }
    // Asked before the rows are read: they show at least this much.
    http.getResponse<Response>().setHeader('Exeat-Position', String(await this.views.position(view)));
  }
}

/** The position a request asks for. Throws 400 POSITION_MALFORMED. */
const positionIn = ({ headers, query }: Pick<Request, 'headers' | 'query'>): number | undefined => {
  const asked = headers['exeat-position'] ?? query['position'];
  if (asked === undefined) return undefined;
  if (typeof asked === 'string' && /^(0|[1-9]\d{0,14})$/.test(asked)) return Number(asked);
  throw problemError(400, 'POSITION_MALFORMED', 'The position must be a whole number, as Exeat-Position gave it.');
};
