import { useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';
import { Dialog } from '../ui/dialog';
import { useShortcuts, useSingleKeys } from '../ui/shortcuts';
import { Say } from '../words/say';

/** `?` shows what keys do on this very page. */
export const ShortcutSheet = () => {
  const [isOpen, setOpen] = useState(false);
  const on = useSingleKeys();
  const shortcuts = useShortcuts();
  useHotkeys('?', () => setOpen(true), { useKey: true, enabled: on });
  useHotkeys('mod+/', () => setOpen(true), { useKey: true });
  return (
    <Dialog title={<Say id="shell.shortcuts.title" />} isOpen={isOpen} onClose={() => setOpen(false)}>
      {!on && (
        <p>
          <Say id="shell.shortcuts.off" />
        </p>
      )}
      <dl className="keys">
        {[...shortcuts].reverse().map(({ keys, words }) => (
          <div key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </div>
        ))}
        <div>
          <dt>
            <kbd>?</kbd>
          </dt>
          <dd>
            <Say id="shell.shortcuts.help" />
          </dd>
        </div>
        <div>
          <dt>
            <kbd>
              <Say id="shell.key.ctrl" />
            </kbd>
            <kbd>K</kbd>
          </dt>
          <dd>
            <Say id="shell.shortcuts.menu" />
          </dd>
        </div>
      </dl>
    </Dialog>
  );
};
