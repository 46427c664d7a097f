import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import type { HelpTopic } from '../help/topics';
import { Page } from '../../ui/page';
import { Read } from '../../ui/read';
import { useSay } from '../../words/say';
import { licenceQuery, type Licence } from './licence-reading';

interface FormUnderProps {
  readonly title: string;
  readonly help: HelpTopic;
  readonly lead: ReactNode;
  readonly children: (licence: Licence) => ReactNode;
}

/** A page with a form about a licence, which is read first. */
export const FormUnder = ({ title, help, lead, children }: FormUnderProps) => {
  const { licenceNumber = '' } = useParams();
  const say = useSay();
  const licence = useQuery(licenceQuery(licenceNumber));
  return (
    <Page
      title={title}
      caption={licence.data && `${licenceNumber}, ${licence.data.holderName}`}
      help={help}
      lead={lead}
      width="narrow"
      crumbs={[
        { to: '/licences', name: say('licences.title') },
        { to: `/licences/${licenceNumber}`, name: licenceNumber },
      ]}
    >
      <Read query={licence}>{(read) => children(read)}</Read>
    </Page>
  );
};
