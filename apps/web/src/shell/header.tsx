import { useState } from 'react';
import { Link, NavLink, useNavigate } from 'react-router';
import { useMay, useMe } from '../session/me';
import { signOut } from '../session/sign-out';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { useShortcut } from '../ui/shortcuts';
import { Say, useSay } from '../words/say';
import { places, type Place } from './places';

export const Header = () => {
  const say = useSay();
  const may = useMay();
  const { actor, organisationName } = useMe();
  const [isOpen, setOpen] = useState(false);
  const mine = places.filter(({ permission }) => may(permission));
  return (
    <header className="top">
      <div className="top__bar">
        <Link to="/" className="top__name">
          <Say id="shell.name" />
          <span className="top__tagline">
            <Say id="shell.tagline" />
          </span>
        </Link>
        <div className="top__menu-button">
          <Button look="outline" expanded={isOpen} controls="main-menu" onClick={() => setOpen(!isOpen)}>
            <Say id="shell.menu" />
          </Button>
        </div>
        <div className={`top__account${isOpen ? ' top__account--open' : ''}`}>
          <span className="top__person">
            {say('shell.account', { name: actor.name, organisation: organisationName })}
          </span>
          <NavLink to="/settings">
            <Say id="shell.settings" />
          </NavLink>
          <NavLink to="/help">
            <Say id="shell.help" />
          </NavLink>
          <SignOut />
        </div>
      </div>
      <nav id="main-menu" className={`top__nav${isOpen ? ' top__nav--open' : ''}`} aria-label={say('shell.nav')}>
        <ul>
          {mine.map((place) => (
            <MenuItem key={place.to} {...place} onGone={() => setOpen(false)} />
          ))}
        </ul>
      </nav>
    </header>
  );
};

const MenuItem = ({ to, words, keys, onGone }: Place & { readonly onGone: () => void }) => {
  const say = useSay();
  const navigate = useNavigate();
  useShortcut(keys, say(words), () => void navigate(to));
  return (
    <li>
      <NavLink to={to} onClick={onGone}>
        <Say id={words} />
      </NavLink>
    </li>
  );
};

const SignOut = () => {
  const [hasFailed, setFailed] = useState(false);
  const run = async () => setFailed(!(await signOut()));
  return (
    <>
      <Button look="quiet" onClick={() => void run()}>
        <Say id="shell.signOut" />
      </Button>
      <Dialog title={<Say id="shell.signOut.failed" />} isOpen={hasFailed} onClose={() => setFailed(false)}>
        <p>
          <Say id="shell.signOut.failed.body" />
        </p>
        <Button onClick={() => void run()}>
          <Say id="ui.retry" />
        </Button>
      </Dialog>
    </>
  );
};
