import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { Allow, SignedIn } from '@exeat/auth';
import type { Actor, Envelope } from '@exeat/kernel';
import { ClockSource, CommandEnvelope, Documented, orProblem, parseBody } from '@exeat/service-host';
import { ComplianceRequest } from './compliance.handler.js';
import {
  fileLaboratoryCertificateSchema,
  fulfilObligationSchema,
  recordShipmentSchema,
  type ComplianceAsk,
} from './domain/commands.js';

const evidenceSchema = fulfilObligationSchema.pick({ reference: true });

/** What the holder of a licence does under it. The version for `If-Match` is that of the licence. */
@Controller('licences/:licenceNumber')
export class ComplianceController {
  constructor(
    private readonly bus: CommandBus,
    private readonly clock: ClockSource,
  ) {}

  @Post('shipments')
  @HttpCode(200)
  @Allow('shipment:record')
  @Documented({
    summary: 'Record a shipment under a licence',
    description: 'Draws units and value from the balances of its lines. All problems are listed together.',
    body: recordShipmentSchema,
    refusals: [
      'NOT_YOUR_LICENCE',
      'LICENCE_NOT_IN_FORCE',
      'DUPLICATE_REFERENCE',
      'OUTSIDE_VALIDITY',
      'IN_THE_FUTURE',
      'LINE_UNKNOWN',
      'LINE_REPEATED',
      'WRONG_CURRENCY',
      'LINE_OVERDRAWN',
      'VALUE_ABOVE_TOLERANCE',
      'CERTIFICATE_MISSING',
    ],
  })
  recordShipment(
    @Param('licenceNumber') licenceNumber: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(recordShipmentSchema, body);
    return this.send(licenceNumber, { type: 'RecordShipment', data, by, at: this.clock.now() }, envelope);
  }

  @Post('certificates')
  @HttpCode(200)
  @Allow('certificate:file')
  @Documented({
    summary: 'File a laboratory certificate for units of a line',
    body: fileLaboratoryCertificateSchema,
    refusals: ['NOT_YOUR_LICENCE', 'LICENCE_NOT_IN_FORCE', 'DUPLICATE_REFERENCE', 'LINE_UNKNOWN', 'IN_THE_FUTURE'],
  })
  fileCertificate(
    @Param('licenceNumber') licenceNumber: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = parseBody(fileLaboratoryCertificateSchema, body);
    return this.send(licenceNumber, { type: 'FileLaboratoryCertificate', data, by, at: this.clock.now() }, envelope);
  }

  @Post('obligations/:obligationId/fulfil')
  @HttpCode(200)
  @Allow('obligation:fulfil')
  @Documented({
    summary: 'Fulfil an obligation, naming the evidence',
    body: evidenceSchema,
    refusals: ['NOT_YOUR_LICENCE', 'UNKNOWN_OBLIGATION', 'ALREADY_FULFILLED'],
  })
  fulfil(
    @Param('licenceNumber') licenceNumber: string,
    @Param('obligationId') obligationId: string,
    @Body() body: unknown,
    @SignedIn() by: Actor,
    @CommandEnvelope() envelope: Envelope,
  ) {
    const data = { obligationId: obligationId.toLowerCase(), ...parseBody(evidenceSchema, body) };
    return this.send(licenceNumber, { type: 'FulfilObligation', data, by, at: this.clock.now() }, envelope);
  }

  private async send(licenceNumber: string, command: ComplianceAsk, envelope: Envelope) {
    return orProblem(await this.bus.execute(new ComplianceRequest(licenceNumber, command, envelope)));
  }
}
