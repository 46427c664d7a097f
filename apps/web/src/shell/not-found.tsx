import { ButtonLink } from '../ui/button';
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
        <ButtonLink to="/" look="outline">
          <Say id="shell.notFound.home" />
        </ButtonLink>
      </p>
    </Page>
  );
};
