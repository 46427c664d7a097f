import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { HealthCheckService, HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { Public } from '@exeat/auth';
import { ProblemError } from '../problems/problem-error.js';
import { Readiness, type Dependency } from './readiness.js';

const longestMs = 2_000;

@Controller('health')
@Public()
@ApiExcludeController()
export class HealthController {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly readiness: Readiness,
  ) {}

  /** The process answers. Asks nobody else: a restart would not bring a database back. */
  @Get('live')
  live(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** Requests can be answered; otherwise 503 NOT_READY names what is missing. */
  @Get('ready')
  async ready(): Promise<{ status: 'ok'; dependencies: readonly string[] }> {
    const { dependencies, stopping } = this.readiness;
    if (stopping.aborted) throw notReady([['service', 'is stopping']]);
    const missing: [string, string][] = [];
    const asked = dependencies.map((each) => () => this.ask(each, (reason) => missing.push([each.name, reason])));
    await this.health.check(asked).catch((error: unknown) => {
      if (missing.length === 0) throw error;
    });
    if (missing.length > 0) throw notReady(missing);
    return { status: 'ok', dependencies: dependencies.map(({ name }) => name) };
  }

  private async ask({ name, check }: Dependency, miss: (reason: string) => void): Promise<HealthIndicatorResult> {
    const indicator = this.indicators.check(name);
    try {
      const reason = await inTime(check());
      if (reason !== undefined) miss(reason);
      return reason === undefined ? indicator.up() : indicator.down();
    } catch {
      // What was thrown may tell addresses and names: it is not for everybody.
      miss('does not answer');
      return indicator.down();
    }
  }
}

const inTime = async (answer: Promise<string | undefined>): Promise<string | undefined> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve(`does not answer within ${longestMs} ms`), longestMs);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
};

const notReady = (missing: readonly (readonly [string, string])[]): ProblemError => {
  const [first, ...others] = missing.map(([name, reason]) => ({ code: 'NOT_READY', sentence: `${name} ${reason}` }));
  return new ProblemError([first ?? { code: 'NOT_READY', sentence: 'Not ready.' }, ...others], {
    status: 503,
    retryAfterSeconds: 2,
  });
};
