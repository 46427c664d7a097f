import { Tag, type Tone } from '../../ui/tag';
import { Say } from '../../words/say';
import type { CaseReview } from './case-types';
import { Leaf } from './mark';

type Requirement = CaseReview['requirements'][number];

const tones: Readonly<Record<Requirement['reviewPolicy'], Tone>> = {
  'presumption-of-approval': 'good',
  'case-by-case': 'warn',
  'presumption-of-denial': 'bad',
};

/** Why a licence is needed: each reason with its citation, the lines it is about and the policy it is reviewed under. */
export const RequirementsOf = ({ requirements }: { readonly requirements: readonly Requirement[] }) => (
  <ul className="requirements">
    {requirements.map(({ rule, citation, lines, because, reviewPolicy, policyBecause }, index) => {
      const at = `/review/requirements/${index}`;
      return (
        <li key={rule}>
          <p className="requirements__head">
            <Leaf at={`${at}/reviewPolicy`}>
              <Tag tone={tones[reviewPolicy]}>
                <Say id={`policy.${reviewPolicy}`} />
              </Tag>
            </Leaf>
            <Leaf at={`${at}/citation`}>
              <cite>{citation}</cite>
            </Leaf>
            <span className="usa-hint">
              <Say id="cases.lines" count={lines.length} lines={lines.join(', ')} />
            </span>
          </p>
          <p>
            <Leaf at={`${at}/because`}>{because}</Leaf> <Leaf at={`${at}/policyBecause`}>{policyBecause}</Leaf>
          </p>
        </li>
      );
    })}
  </ul>
);
