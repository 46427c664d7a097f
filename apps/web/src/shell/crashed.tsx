import { Button } from '../ui/button';
import { Say } from '../words/say';

/** Where a screen has thrown: what was stored is safe, and reading the page anew is the way on. */
export const Crashed = () => (
  <main className="landing">
    <h1>
      <Say id="shell.crashed.title" />
    </h1>
    <p>
      <Say id="shell.crashed.body" />
    </p>
    <Button onClick={() => window.location.reload()}>
      <Say id="shell.crashed.reload" />
    </Button>
  </main>
);
