import { useAddress } from './address';

const inAddress = 'sort';

/** The order of a list, kept in the address: `number`, or `-number` from the other end. */
export const useSort = () => {
  const address = useAddress();
  const asked = address.get(inAddress);
  const by = asked?.replace(/^-/, '');
  const isDescending = asked?.startsWith('-') ?? false;
  return {
    /** As the API is asked for it. */
    asked,
    by,
    isDescending,
    /** By this column; by the same once more, from its other end. */
    toggle: (name: string) => address.set({ [inAddress]: by === name && !isDescending ? `-${name}` : name }, true),
  };
};
