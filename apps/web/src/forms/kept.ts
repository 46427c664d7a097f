// What was typed and not sent outlives a reload, a crash of the server and a session that ended, in this tab alone. It is
// kept under the person's id: whoever signs in next at this desk does not find it.

const prefix = 'exeat-typed:';
const nameOf = (personId: string, form: string) => `${prefix}${personId}:${form}`;

export const kept = {
  read: (personId: string, form: string): Record<string, unknown> | undefined => {
    try {
      const text = sessionStorage.getItem(nameOf(personId, form));
      return text === null ? undefined : (JSON.parse(text) as Record<string, unknown>);
    } catch {
      return undefined;
    }
  },
  write: (personId: string, form: string, values: unknown): void => {
    try {
      sessionStorage.setItem(nameOf(personId, form), JSON.stringify(values));
    } catch {
      // A full or forbidden storage keeps nothing; the form itself still holds what was typed.
    }
  },
  forget: (personId: string, form: string): void => sessionStorage.removeItem(nameOf(personId, form)),
  /** Of everybody but one: who sits here now may look into the storage, too. */
  forgetOthers: (personId: string): void => forgetWhere((name) => !name.startsWith(nameOf(personId, ''))),
  forgetAll: (): void => forgetWhere(() => true),
};

const forgetWhere = (isMeant: (name: string) => boolean) => {
  for (const name of Object.keys(sessionStorage))
    if (name.startsWith(prefix) && isMeant(name)) sessionStorage.removeItem(name);
};
