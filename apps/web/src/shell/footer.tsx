import { Link } from 'react-router';
import { Say } from '../words/say';

export const Footer = () => (
  <footer className="bottom">
    <p>
      <Say id="shell.footer.text" />
    </p>
    <ul>
      <li>
        <Link to="/help">
          <Say id="shell.help" />
        </Link>
      </li>
      <li>
        <Link to="/help/accessibility">
          <Say id="shell.footer.accessibility" />
        </Link>
      </li>
      <li>
        <a href="/api/v1/docs">
          <Say id="shell.footer.api" />
        </a>
      </li>
    </ul>
  </footer>
);
