import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { validate as isUuid } from 'uuid';
import { problemError } from '../problems/problem-error.js';

/** The case named in the path. What is no case id names no case: 404 CASE_NOT_FOUND. */
export const CaseId = createParamDecorator((name: string | undefined, context: ExecutionContext): string => {
  const given = context.switchToHttp().getRequest<Request>().params[name ?? 'caseId'];
  if (typeof given !== 'string' || !isUuid(given)) throw problemError(404, 'CASE_NOT_FOUND', 'There is no such case.');
  return given.toLowerCase();
});
