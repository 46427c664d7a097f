import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import { licensingQuery } from './licensing-case';

interface Workspace {
  readonly caseId: string;
  /** Notes the version that an act from this page led to. */
  readonly acted: (answer: { readonly version: number }) => void;
  /**
   * The version to name in a command that was begun at another: what this page alone has done since is known to whoever
   * sits before it. What others did is not, so that the server tells of a lost race.
   */
  readonly from: (begunAt: number) => number;
  readonly versionNow: () => Promise<number>;
}

const Here = createContext<Workspace | undefined>(undefined);

export const DecisionWorkspace = ({ caseId, children }: { readonly caseId: string; readonly children: ReactNode }) => {
  const client = useQueryClient();
  const [own] = useState(() => new Set<number>());
  const workspace = useMemo<Workspace>(
    () => ({
      caseId,
      acted: ({ version }) => void own.add(version),
      from: (begunAt) => {
        let version = begunAt;
        while (own.has(version + 1)) version += 1;
        return version;
      },
      versionNow: async () => (await client.fetchQuery({ ...licensingQuery(caseId), staleTime: 0 })).version,
    }),
    [caseId, client, own],
  );
  return <Here value={workspace}>{children}</Here>;
};

/** Only within `DecisionWorkspace`. */
export const useWorkspace = (): Workspace => {
  const workspace = use(Here);
  if (!workspace) throw new Error('There is no workspace here.');
  return workspace;
};

/** The version to name in a form's command: the one that stood when the form was opened, and what this page did since. */
export const useBegun = (version: number): (() => number) => {
  const { from } = useWorkspace();
  const [begunAt] = useState(version);
  return () => from(begunAt);
};
