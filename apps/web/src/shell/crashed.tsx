import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { useRouteError } from 'react-router';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { Say, useSay } from '../words/say';

/**
 * Where a screen has thrown, or could not be loaded because the line was lost or the server has been upgraded since: what was
 * stored is safe, and reading the page anew is the way on. It is read anew only once the server answers, so that nobody ends
 * on a blank page; by itself, where a part could not be loaded and the line returns.
 */
export const Crashed = ({ isWhole = false }: { readonly isWhole?: boolean }) => {
  const say = useSay();
  const error = useRouteError();
  const heading = useRef<HTMLHeadingElement>(null);
  const [isUnreachable, setUnreachable] = useState(false);
  const kind = isNotLoaded(error) ? 'gone' : 'crashed';
  const title = say(`shell.${kind}.title`);
  useEffect(() => {
    document.title = `${title} – ${say('shell.name')}`;
    heading.current?.focus();
  }, [say, title]);
  const readAnew = async () => {
    const answers = await fetch(window.location.href, { cache: 'no-store' }).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) window.location.reload();
    else setUnreachable(true);
  };
  const lineIsBack = useEffectEvent(() => {
    if (kind === 'gone') void readAnew();
  });
  useEffect(() => {
    const again = () => lineIsBack();
    window.addEventListener('online', again);
    return () => window.removeEventListener('online', again);
  }, []);
  const Frame = isWhole ? 'main' : 'div';
  return (
    <Frame className="landing">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      <p>
        <Say id={`shell.${kind}.body`} />
      </p>
      {isUnreachable && (
        <Alert kind="error" isNews>
          <Say id="ui.noAnswer" />
        </Alert>
      )}
      <Button onClick={() => void readAnew()}>
        <Say id="shell.crashed.reload" />
      </Button>
    </Frame>
  );
};

/** What browsers say where a part of the program is not there: each in words of its own. */
const isNotLoaded = (error: unknown): boolean =>
  error instanceof Error &&
  /dynamically imported module|importing a module script failed|unable to preload/i.test(error.message);
