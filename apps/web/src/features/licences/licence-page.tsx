import { useQuery } from '@tanstack/react-query';
import { useLocation, useParams } from 'react-router';
import { useMay } from '../../session/me';
import { Alert } from '../../ui/alert';
import { Button, ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { Card } from '../../ui/summary-list';
import { Say, useSay } from '../../words/say';
import { ConditionsOf } from '../case/conditions-of';
import { Printed } from '../case/printed';
import { ObligationsOf } from '../obligations/obligations-of';
import { BalanceCharts } from './balances';
import { CertificatesOf, PeriodsOf, ShipmentsOf } from './drawn-down';
import { LicenceHead, LinesOf } from './licence-head';
import { licenceQuery, owedUnderQuery, type Licence } from './licence-reading';

/** What was just done, handed on by the form that did it. */
const deeds = ['shipment', 'certificate', 'obligation'] as const;

/** A licence: who may ship what until when, what is left, what it asks of its holder, and what was done under it. */
export const LicencePage = () => {
  const { licenceNumber = '' } = useParams();
  const say = useSay();
  const licence = useQuery(licenceQuery(licenceNumber));
  const { state } = useLocation() as { readonly state: { readonly done?: string } | null };
  const done = deeds.find((each) => each === state?.done);
  return (
    <Page
      title={say('licences.one', { licenceNumber })}
      caption={licence.data?.holderName}
      help="licence"
      crumbs={[{ to: '/licences', name: say('licences.title') }]}
      actions={
        licence.data && (
          <Button look="outline" onClick={() => window.print()}>
            <Say id="licences.print" />
          </Button>
        )
      }
    >
      {done && (
        <Alert kind="success" isNews isSlim>
          <Say id={`licences.done.${done}`} />
        </Alert>
      )}
      <Read query={licence} rows={12}>
        {(shown) => <LicenceShown licence={shown} />}
      </Read>
    </Page>
  );
};

const LicenceShown = ({ licence }: { readonly licence: Licence }) => {
  const may = useMay();
  const { licenceNumber, lines, conditions, status } = licence;
  const owed = useQuery(owedUnderQuery(licenceNumber));
  const ships = may('shipment:record') && status !== 'exhausted';
  return (
    <>
      <Printed name={licenceNumber} />
      {(ships || may('certificate:file')) && status !== 'exhausted' && (
        <div className="case-acts no-print">
          {ships && (
            <ButtonLink to={`/licences/${licenceNumber}/shipments/new`}>
              <Say id="licences.ship" />
            </ButtonLink>
          )}
          {may('certificate:file') && status === 'in-force' && (
            <ButtonLink look="outline" to={`/licences/${licenceNumber}/certificates/new`}>
              <Say id="licences.certify" />
            </ButtonLink>
          )}
        </div>
      )}
      <div className="columns">
        <div>
          <LicenceHead licence={licence} />
          <Card id="lines" title={<Say id="licences.balances" />}>
            <LinesOf licence={licence} />
            <BalanceCharts lines={lines} />
          </Card>
          <Card id="conditions" title={<Say id="licences.conditions" count={conditions.length} />}>
            <ConditionsOf conditions={conditions} at="/licence/conditions" />
          </Card>
        </div>
        <div>
          <Card id="owed" title={<Say id="licences.owed" />}>
            <Read query={owed}>{({ items }) => <ObligationsOf obligations={items} isUnderOne />}</Read>
          </Card>
          <ShipmentsOf licence={licence} />
          <CertificatesOf licence={licence} />
          <PeriodsOf licence={licence} />
        </div>
      </div>
    </>
  );
};
