import { Command } from 'cmdk';
import { useEffect, useRef } from 'react';
import { useNavigate } from 'react-router';
import { useMay } from '../session/me';
import { Dialog } from '../ui/dialog';
import { useShortcuts } from '../ui/shortcuts';
import { Say, useSay } from '../words/say';
import { places } from './places';

export const CommandList = ({ onClose }: { readonly onClose: () => void }) => {
  const say = useSay();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  const may = useMay();
  const navigate = useNavigate();
  const goings = new Set(places.map(({ keys }) => keys));
  const here = useShortcuts().filter(({ keys }) => !goings.has(keys));
  const run = (act: () => void) => {
    onClose();
    act();
  };
  return (
    <Dialog title={<Say id="shell.commands.title" />} isOpen onClose={onClose}>
      <Command label={say('shell.commands.title')} className="commands">
        <Command.Input
          ref={input}
          aria-label={say('shell.commands.find')}
          className="usa-input"
          placeholder={say('shell.commands.find')}
        />
        <Command.List>
          <Command.Empty>
            <Say id="shell.commands.empty" />
          </Command.Empty>
          {here.length > 0 && (
            <Command.Group heading={say('shell.commands.here')}>
              {here.map(({ keys, words, run: act }) => (
                <Command.Item key={keys} onSelect={() => run(act)}>
                  {words} <kbd>{keys}</kbd>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          <Command.Group heading={say('shell.commands.goTo')}>
            {places
              .filter(({ permission }) => may(permission))
              .map(({ to, words, keys }) => (
                <Command.Item key={to} onSelect={() => run(() => void navigate(to))}>
                  {say(words)} <kbd>{keys}</kbd>
                </Command.Item>
              ))}
          </Command.Group>
        </Command.List>
      </Command>
    </Dialog>
  );
};
