import { Link, useParams } from 'react-router';
import { NotFound } from '../../shell/not-found';
import { Page } from '../../ui/page';
import { Say, useSay } from '../../words/say';
import { helpTopics } from './topics';

/** One topic, or the list of all. Paragraphs in the text are divided by an empty line. */
export const HelpPage = () => {
  const { topic } = useParams();
  const say = useSay();
  const known = helpTopics.find((each) => each === topic);
  if (topic !== undefined && known === undefined) return <NotFound />;
  if (known === undefined)
    return (
      <Page title={say('help.title')} help="start" width="narrow" lead={<Say id="help.lead" />}>
        <ul className="usa-list">
          {helpTopics.map((each) => (
            <li key={each}>
              <Link to={`/help/${each}`}>
                <Say id={`help.${each}.title`} />
              </Link>
            </li>
          ))}
        </ul>
      </Page>
    );
  return (
    <Page
      title={say(`help.${known}.title`)}
      help="start"
      width="narrow"
      crumbs={[{ to: '/help', name: say('help.title') }]}
    >
      <div className="usa-prose">
        {say(`help.${known}.body`)
          .split('\n\n')
          .map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
      </div>
    </Page>
  );
};
