import type { ReactNode } from 'react';
import { Alert } from '../../ui/alert';
import { ButtonLink } from '../../ui/button';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import type { HelpTopic } from '../help/topics';
import { Say, useSay } from '../../words/say';
import { isOpen, useApplication, type Application } from './data';
import { applicationPath, pathOf } from './places';

interface FrameProps {
  readonly title: string;
  readonly help?: HelpTopic;
  readonly width?: 'narrow' | 'wide';
  readonly lead?: ReactNode;
  /** The list this page is of. */
  readonly within?: 'parties' | 'items';
  /** Shown whatever became of the application; others can be worked on only while it is open. */
  readonly always?: boolean;
  readonly isStart?: boolean;
  readonly children: (application: Application) => ReactNode;
}

/** A page of one application, once it is read; what has been submitted is shown elsewhere. */
export const ApplicationFrame = ({
  title,
  help = 'application',
  width = 'narrow',
  lead,
  within,
  always = false,
  isStart = false,
  children,
}: FrameProps) => {
  const say = useSay();
  const { caseId, query } = useApplication();
  const start = applicationPath(caseId);
  const reference = query.data?.reference ?? say('exporter.application');
  return (
    <Page
      title={title}
      help={help}
      width={width}
      lead={lead}
      caption={isStart ? undefined : reference}
      crumbs={[
        { to: '/my-cases', name: say('shell.home') },
        ...(isStart ? [] : [{ to: start, name: reference }]),
        ...(within === undefined ? [] : [{ to: `${start}/${pathOf[within]}`, name: say(`exporter.${within}`) }]),
      ]}
    >
      <Read query={query}>
        {(application) =>
          always || isOpen(application) ? children(application) : <Frozen application={application} />
        }
      </Read>
    </Page>
  );
};

/** Why nothing can be changed any more, and where the case is. */
export const Frozen = ({ application: { caseId, status } }: { readonly application: Application }) => (
  <Alert kind="info" title={<Say id="exporter.frozen.title" />}>
    <p>
      <Say id={status === 'withdrawn' ? 'exporter.frozen.withdrawn' : 'exporter.frozen.body'} />
    </p>
    <ButtonLink to={`/cases/${caseId}`} look="outline">
      <Say id="exporter.toCase" />
    </ButtonLink>
  </Alert>
);
