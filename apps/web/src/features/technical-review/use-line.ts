import type { TechnicalReview } from '../../api/reviews';
import { useAddress } from '../../ui/address';
import { useShortcut } from '../../ui/shortcuts';
import { useSay } from '../../words/say';

export type ReviewedItem = TechnicalReview['items'][number];

/** The line that is worked on, kept in the address; j and k go to the next and the one before. */
export const useLine = (items: readonly ReviewedItem[]) => {
  const say = useSay();
  const address = useAddress();
  const asked = Number(address.get('line'));
  const at = Math.max(
    0,
    items.findIndex(({ line }) => line === asked),
  );
  const choose = (line: number) => address.set({ line: String(line) }, true);
  const go = (steps: number) => {
    const item = items[Math.min(items.length - 1, Math.max(0, at + steps))];
    if (item) choose(item.line);
  };
  useShortcut('k', say('review.line.previous'), () => go(-1));
  useShortcut('j', say('review.line.next'), () => go(1));
  return { item: items[at], choose };
};
