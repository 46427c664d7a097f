import { createContext, use, useEffect } from 'react';

/** The fields of a form by name, so that the summary of problems can say what they are called and lead there. */
export const newLabels = () => {
  const labels = new Map<string, string>();
  return {
    add: (name: string, label: string): (() => void) => {
      labels.set(name, label);
      return () => void labels.delete(name);
    },
    of: (name: string): string | undefined => labels.get(name),
    /** The field itself, or the one it is part of. */
    nearest: (name: string): string | undefined => {
      for (let part = name; part !== ''; part = part.slice(0, Math.max(0, part.lastIndexOf('.'))))
        if (labels.has(part)) return part;
      return undefined;
    },
  };
};

export const LabelsOfFields = createContext<ReturnType<typeof newLabels>>(newLabels());

/** Makes a field known to the form around it. */
export const useFieldLabel = (name: string, label: string): void => {
  const labels = use(LabelsOfFields);
  useEffect(() => labels.add(name, label), [label, labels, name]);
};

/** The id of a field's control, for links that lead to it. */
export const idOfField = (name: string): string => `field-${name.replaceAll('.', '-')}`;
