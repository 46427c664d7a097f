/** What finding a moment needs to know of a fact. */
export interface Happened {
  readonly position: number;
  readonly at: string;
}

/**
 * The place, in a history that is oldest first, of the last fact that had happened at a moment: a position in the log,
 * a day (to its end, as the reader counts days) or an instant. Undefined where the words name no moment, or one before
 * the first fact.
 */
export const placeOf = (facts: readonly Happened[], asked: string): number | undefined => {
  const until = /^[1-9]\d{0,14}$/.test(asked) ? Number(asked) : undefined;
  const moment = until === undefined ? instantOf(asked) : undefined;
  if (until === undefined && moment === undefined) return undefined;
  const place = facts.findLastIndex(({ position, at }) =>
    until === undefined ? Date.parse(at) <= (moment ?? 0) : position <= until,
  );
  return place === -1 ? undefined : place;
};

const instantOf = (asked: string): number | undefined => {
  if (!/^\d{4}-\d{2}-\d{2}(T[\d:.]+(Z|[+-]\d{2}:\d{2}))?$/.test(asked)) return undefined;
  const instant = Date.parse(asked.length === 10 ? `${asked}T23:59:59.999` : asked);
  return Number.isNaN(instant) ? undefined : instant;
};

/** The day of a moment as the reader counts days, for a date field. */
export const localDay = (at: string): string => {
  const date = new Date(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};
