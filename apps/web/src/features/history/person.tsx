import { Say, useSay } from '../../words/say';

const assurances = ['single-factor', 'multi-factor', 'machine', 'system'] as const;

/** How somebody had signed in when they acted. */
export const AssuranceOf = ({ assurance }: { readonly assurance: string }) => {
  const known = assurances.find((each) => each === assurance);
  return known === undefined ? <>{assurance}</> : <Say id={`auditor.assurance.${known}`} />;
};

const roles = [
  'exporter',
  'technical-reviewer',
  'security-reviewer',
  'licensing-officer',
  'countersigner',
  'auditor',
  'administrator',
  'system',
] as const;

/** What somebody was when they acted. */
export const useRoles = (): ((held: readonly string[]) => string) => {
  const say = useSay();
  return (held) =>
    held
      .map((role) => {
        const known = roles.find((each) => each === role);
        return known === undefined ? role : say(`role.${known}`);
      })
      .join(', ');
};
