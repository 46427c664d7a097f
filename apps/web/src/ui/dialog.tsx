import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Say } from '../words/say';
import { Button } from './button';

interface DialogProps {
  readonly title: ReactNode;
  readonly isOpen: boolean;
  /** Left out where the dialog cannot be put away. */
  readonly onClose?: () => void;
  readonly width?: 'narrow' | 'wide';
  readonly children: ReactNode;
}

/** A modal dialog of the browser itself: it holds the focus and gives it back. */
export const Dialog = ({ title, isOpen, onClose, width = 'narrow', children }: DialogProps) => {
  const box = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (isOpen && !dialog.open) dialog.showModal();
    if (!isOpen && dialog.open) dialog.close();
  }, [isOpen]);
  return (
    <dialog
      ref={box}
      className={`dialog dialog--${width}`}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      {isOpen && (
        <>
          <div className="dialog__head">
            <h2 id={id}>{title}</h2>
            {onClose && (
              <Button look="quiet" onClick={onClose}>
                <Say id="ui.close" />
              </Button>
            )}
          </div>
          <div className="dialog__body">{children}</div>
        </>
      )}
    </dialog>
  );
};
