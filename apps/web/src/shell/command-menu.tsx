import { lazy, Suspense, useState } from 'react';
import { useHotkeys } from 'react-hotkeys-hook';

const CommandList = lazy(async () => ({ default: (await import('./command-list')).CommandList }));

/** Ctrl+K: go anywhere and do anything of this page by typing its name. */
export const CommandMenu = () => {
  const [isOpen, setOpen] = useState(false);
  useHotkeys('mod+k', () => setOpen(!isOpen), { preventDefault: true, enableOnFormTags: true });
  if (!isOpen) return null;
  return (
    <Suspense fallback={null}>
      <CommandList onClose={() => setOpen(false)} />
    </Suspense>
  );
};
