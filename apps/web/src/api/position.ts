/** A position in the log that only moves on. */
const highest = () => {
  let position = 0;
  return {
    position: () => position,
    heard: (header: string | null) => {
      position = Math.max(position, Number(header ?? 0) || 0);
    },
  };
};

/** The last act done from this page: readings ask for at least so much. */
export const ownActs = highest();

/** How far the log had been read in what this page shows. */
export const shown = highest();
