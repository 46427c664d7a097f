// What was typed and not sent outlives a reload, a crash of the server and a session that ended, in this tab alone. It is
// kept under the person's id: whoever signs in next at this desk does not find it. What stood when it was typed is kept with
// it, so that it is not sent over what somebody else did in between.
import { afterOwnAct, type Typed } from './stand';

const prefix = 'exeat-typed:';
const nameOf = (personId: string, form: string) => `${prefix}${personId}:${form}`;

export const kept = {
  read: (personId: string, form: string): Typed | undefined => readAt(nameOf(personId, form)),
  write: (personId: string, form: string, typed: Typed): void => writeAt(nameOf(personId, form), typed),
  /** The person's own act led from one stand to the next: what they typed upon the first stands upon the second. */
  follow: (from: string, to: string, position: number): void => {
    for (const name of Object.keys(sessionStorage)) {
      const typed = name.startsWith(prefix) ? readAt(name) : undefined;
      const after = typed && afterOwnAct(typed, from, to, position);
      if (after && after !== typed) writeAt(name, after);
    }
  },
  forget: (personId: string, form: string): void => sessionStorage.removeItem(nameOf(personId, form)),
  /** Of everybody but one: who sits here now may look into the storage, too. */
  forgetOthers: (personId: string): void => forgetWhere((name) => !name.startsWith(nameOf(personId, ''))),
  forgetAll: (): void => forgetWhere(() => true),
};

const readAt = (name: string): Typed | undefined => {
  try {
    const typed = JSON.parse(sessionStorage.getItem(name) ?? 'null') as Partial<Typed> | null;
    if (typed?.values === undefined || typed.since === undefined) return undefined;
    return { values: typed.values, since: typed.since, upon: typed.upon };
  } catch {
    return undefined;
  }
};

const writeAt = (name: string, typed: Typed): void => {
  try {
    sessionStorage.setItem(name, JSON.stringify(typed));
  } catch {
    // A full or forbidden storage keeps nothing; the form itself still holds what was typed.
  }
};

const forgetWhere = (isMeant: (name: string) => boolean) => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(prefix) && isMeant(name)) sessionStorage.removeItem(name);
};
