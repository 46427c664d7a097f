import { Controller, HttpCode, Post } from '@nestjs/common';
import { Public } from '@exeat/auth';
import { Documented } from '../openapi/documented.js';

/** In development only: what a request costs before anything is asked of it, for `npm run bench` to compare with. */
@Controller('development/nothing')
export class NothingController {
  @Post()
  @Public()
  @HttpCode(200)
  @Documented({ summary: 'Do nothing', description: 'The floor of the benchmark. Not there in production.' })
  nothing(): void {}
}
