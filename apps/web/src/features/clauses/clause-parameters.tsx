import { CountryField } from '../../forms/country-field';
import { TextArea, TextField } from '../../forms/fields';
import { Say, useSay } from '../../words/say';
import type { Clause, ClauseParameter } from './use-clauses';

interface ClauseParametersProps {
  readonly clause: Pick<Clause, 'parameters'>;
  /** Where the parameters are among the form's values: `parameters`, `conditions.0.parameters`. */
  readonly at: string;
}

/** A field for each parameter of a clause, as its kind asks. */
export const ClauseParameters = ({ clause: { parameters }, at }: ClauseParametersProps) =>
  parameters.length === 0 ? (
    <p className="usa-hint">
      <Say id="decision.clause.noParameters" />
    </p>
  ) : (
    <>
      {parameters.map((parameter) => (
        <ParameterField key={parameter.name} parameter={parameter} name={`${at}.${parameter.name}`} />
      ))}
    </>
  );

const ParameterField = ({ parameter, name }: { readonly parameter: ClauseParameter; readonly name: string }) => {
  const say = useSay();
  const { title: label, type, min = 1, max = '', default: usual } = parameter;
  const isOptional = usual !== undefined;
  const hints = {
    percent: say('decision.clause.percent', { max }),
    days: say('decision.clause.whole', { min, max }),
    integer: say('decision.clause.whole', { min, max }),
    text: say('decision.clause.text', { max }),
    country: '',
  };
  const hint = [hints[type], isOptional && say('decision.clause.usual', { value: usual })].filter(Boolean).join(' ');
  const field = { name, label, isOptional, ...(hint !== '' && { hint }) };
  switch (type) {
    case 'country':
      return <CountryField {...field} />;
    case 'text':
      return <TextArea {...field} rows={2} most={Number(max)} />;
    case 'percent':
      return <TextField {...field} inputMode="decimal" size="small" unit="%" />;
    default:
      return <TextField {...field} inputMode="numeric" size="small" />;
  }
};
