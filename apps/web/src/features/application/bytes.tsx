import { useIntl } from 'react-intl';

/** The size of a file, in the largest unit of which it has at least one. */
export const Bytes = ({ value }: { readonly value: number }) => {
  const intl = useIntl();
  const steps = ['byte', 'kilobyte', 'megabyte'] as const;
  const step = Math.min(steps.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return (
    <>
      {intl.formatNumber(value / 1000 ** step, {
        style: 'unit',
        unit: steps[step] ?? 'byte',
        unitDisplay: step === 0 ? 'long' : 'short',
        maximumFractionDigits: 1,
      })}
    </>
  );
};
