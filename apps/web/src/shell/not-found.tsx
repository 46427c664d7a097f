import { Link } from 'react-router';
import { Page } from '../ui/page';
import { Say, useSay } from '../words/say';

export const NotFound = () => {
  const say = useSay();
  return (
    <Page title={say('ui.notFound.title')} help="start" width="narrow">
      <p>
        <Say id="ui.notFound.body" />
      </p>
      <p>
        <Link to="/">
          <Say id="shell.notFound.home" />
        </Link>
      </p>
    </Page>
  );
};
