import { SimpleTable } from '../../ui/simple-table';
import { Tag, type Tone } from '../../ui/tag';
import { Day } from '../../words/format';
import { lastDayOf } from '../../words/last-day';
import { Say } from '../../words/say';
import type { CaseReview } from './case-types';
import { Leaf } from './mark';

type Stance = NonNullable<CaseReview['referrals'][number]['position']> | 'silent' | 'awaited';

const tones: Readonly<Record<Stance, Tone>> = {
  'no-objection': 'good',
  'approve-with-conditions': 'warn',
  object: 'bad',
  return: 'warn',
  silent: 'neutral',
  awaited: 'active',
};

/** Where an agency stands, or that it has not said. */
export const PositionTag = ({ stance }: { readonly stance: Stance }) => (
  <Tag tone={tones[stance]}>
    <Say id={`position.${stance}`} />
  </Tag>
);

/** The agencies the case was referred to, why, and the position of each with its reasons. */
export const ReferralsOf = ({ review }: { readonly review: CaseReview }) => (
  <SimpleTable
    caption={<Say id="cases.referrals" />}
    hidesCaption
    rows={review.referrals.map((referral, index) => ({ ...referral, at: `/review/referrals/${index}` }))}
    keyOf={({ agency }) => agency}
    columns={[
      {
        key: 'agency',
        head: <Say id="cases.referrals.agency" />,
        isRowHead: true,
        cell: ({ agencyName, because, at }) => (
          <>
            <Leaf at={`${at}/agencyName`}>{agencyName}</Leaf>
            <span className="referral__because">
              <Leaf at={`${at}/because`}>{because}</Leaf>
            </span>
          </>
        ),
      },
      {
        key: 'position',
        head: <Say id="cases.referrals.position" />,
        cell: ({ position, silent, at }) => (
          <Leaf at={`${at}/${silent ? 'silent' : 'position'}`}>
            <PositionTag stance={silent ? 'silent' : (position ?? 'awaited')} />
          </Leaf>
        ),
      },
      {
        key: 'reasons',
        head: <Say id="cases.referrals.reasons" />,
        cell: ({ agency }) => {
          const index = review.positions.findIndex((each) => each.agency === agency);
          const reasons = review.positions[index]?.reasons;
          return reasons === undefined ? null : <Leaf at={`/review/positions/${index}/reasons`}>{reasons}</Leaf>;
        },
      },
      {
        key: 'dueAt',
        head: <Say id="cases.referrals.due" />,
        cell: ({ dueAt, at }) => (
          <Leaf at={`${at}/dueAt`}>
            <Day value={lastDayOf(dueAt)} />
          </Leaf>
        ),
      },
    ]}
  />
);
