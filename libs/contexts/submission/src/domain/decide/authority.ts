import { refuse } from '@exeat/kernel';
import type { CloseApplication, RegisterApplication, ReturnApplication } from '../commands.js';
import type { Outcome } from '../refusals.js';
import type { With } from '../state.js';

/** Gives this round its number and its day; names the number of the round before, if there was one. */
export const register = ({ data }: RegisterApplication, state: With<'submitted'>): Outcome => {
  if (data.round !== state.round) return refuse('NOT_IN_THIS_STATUS', `Round ${data.round} has not been submitted.`);
  const { applicant, content, number: previousNumber } = state;
  return [
    {
      type: 'ApplicationRegistered',
      data: {
        file: { number: data.number, applicant, content },
        resolveBy: data.resolveBy,
        ...(previousNumber !== undefined && { previousNumber }),
      },
    },
  ];
};

/** Return without action: neither approval nor denial; the exporter may change the draft and submit it again. */
export const returnWithoutAction = ({ data }: ReturnApplication): Outcome => [{ type: 'ApplicationReturned', data }];

export const close = ({ data }: CloseApplication): Outcome => [{ type: 'ApplicationClosed', data }];
