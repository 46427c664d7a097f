/** What the tabs of a browser tell one another of the session that they share. */
export type SessionNews =
  | { readonly kind: 'signed-in' }
  /** Somebody sits before one of the tabs. */
  | { readonly kind: 'present' }
  | { readonly kind: 'signed-out' };

const channelName = 'exeat-session';

export const sessionNews = {
  /** To all other tabs. */
  tell: (news: SessionNews): void => {
    const channel = new BroadcastChannel(channelName);
    channel.postMessage(news);
    channel.close();
  },
  /** From the other tabs. Ends what it began. */
  hear: (onNews: (news: SessionNews) => void): (() => void) => {
    const channel = new BroadcastChannel(channelName);
    channel.onmessage = ({ data }: MessageEvent<SessionNews>) => onNews(data);
    return () => channel.close();
  },
};
