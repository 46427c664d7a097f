import { useEffect } from 'react';
import { useLocation } from 'react-router';
import { Say, useSay } from '../words/say';

const people = ['exporter', 'reviewer', 'officer', 'auditor'] as const;

/** What strangers see at every address: the way in, which leads back to where they wanted to go. */
export const Landing = () => {
  const { pathname, search } = useLocation();
  const say = useSay();
  useEffect(() => {
    document.title = say('shell.signIn.title');
  }, [say]);
  return (
    <main className="landing">
      <p className="landing__name">
        <Say id="shell.name" />
      </p>
      <h1>
        <Say id="shell.tagline" />
      </h1>
      <p className="usa-intro">
        <Say id="shell.signIn.lead" />
      </p>
      <p>
        <a
          className="usa-button usa-button--big"
          href={`/auth/sign-in?returnTo=${encodeURIComponent(`${pathname}${search}`)}`}
        >
          <Say id="shell.signIn.button" />
        </a>
      </p>
      <ul className="landing__people">
        {people.map((each) => (
          <li key={each}>
            <Say id={`shell.signIn.${each}`} />
          </li>
        ))}
      </ul>
    </main>
  );
};
