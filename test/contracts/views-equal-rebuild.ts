import type { Messaging } from '@exeat/messaging';
import { expect } from '@jest/globals';

/**
 * Every view of a running process, after it has read what there is, equals what is built from the first fact. Names the
 * first row that does not.
 */
export const viewsEqualTheirRebuild = async (messaging: Messaging, upTo: number): Promise<void> => {
  for (const view of messaging.builder.views) {
    expect([view, await messaging.progress.waitFor(view, upTo, 30_000)]).toEqual([view, true]);
    const { comparison, notCompared, parkedStreams } = await messaging.builder.verifyView(view);
    expect({ view, parkedStreams, notCompared, equal: comparison?.equal, first: comparison?.first }).toEqual({
      ...{ view, parkedStreams: 0, notCompared: undefined, equal: true, first: undefined },
    });
  }
};
