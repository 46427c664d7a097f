import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { FormProvider, useForm, type DefaultValues, type FieldValues, type UseFormReturn } from 'react-hook-form';
import type { z } from 'zod';
import { useCommand, type Accepted, type Asked, type CommandOptions } from '../api/command';
import { shown } from '../api/position';
import type { ApiProblem } from '../api/problems';
import { useMe } from '../session/me';
import { Alert } from '../ui/alert';
import { Button } from '../ui/button';
import { ProblemText } from '../ui/states';
import { Say } from '../words/say';
import { showAtFields } from './at-fields';
import { ErrorSummary } from './error-summary';
import { kept } from './kept';
import { LabelsOfFields, newLabels } from './labels';
import { LostRace } from './lost-race';
import { isOvertaken } from './overtaken';
import { rulesOf, withoutBlanks } from './validation';

export interface FormProps<Values extends FieldValues, Answer extends object> extends CommandOptions<Answer> {
  /** Names the form, and the thing it is about, where what was typed is kept: `return:<caseId>`. */
  readonly name: string;
  /** The server's schema of what the fields hold. */
  readonly schema: z.ZodType;
  readonly initial: DefaultValues<Values>;
  /** The command for what was filled in (blank fields left out). */
  readonly command: (values: Values) => Asked;
  /** Where the fields are in the command's body, as a JSON pointer: `/sections/parties/0`. */
  readonly at?: string;
  /** Where a pointer into the command's body leads in what was filled in, where rows of that were not sent. */
  readonly placed?: (pointer: string, values: Values) => string;
  readonly submit: ReactNode;
  readonly look?: 'primary' | 'danger';
  /** Beside the submit button. */
  readonly also?: ReactNode;
  /** For forms about a case: where a lost race is explained, and the version it stands at now. */
  readonly race?: {
    readonly caseId: string;
    /** What stood when the form was opened, as far as the command is decided on it: a stand of a stream, or a part of it. */
    readonly upon: unknown;
    readonly versionNow: () => Promise<number | undefined>;
    /** The command for what stands now, where it also carries what the form is not about; else the same is sent again. */
    readonly again?: (values: Values) => Asked;
    readonly onDiscard?: () => void;
  };
  /** Shows what was refused on account of no field of this form; its sentences alone where left out. */
  readonly elsewhere?: (problem: ApiProblem) => ReactNode;
  readonly children: ReactNode | ((form: UseFormReturn<Values>) => ReactNode);
}

/**
 * A form that sends one command. Its problems, whether found here or by the server, stand in a summary that takes the focus
 * and at their fields; nothing typed is lost by a reload, a lost connection or an ended session.
 */
export const Form = <Values extends FieldValues, Answer extends object = Accepted>({
  name,
  schema,
  initial,
  command,
  at = '',
  placed,
  submit,
  look = 'primary',
  also,
  race,
  elsewhere: showElsewhere,
  onDone,
  renews,
  children,
}: FormProps<Values, Answer>) => {
  const person = useMe().actor.id;
  const [found] = useState(() => kept.read(person, name));
  const [isKept, setKept] = useState(found !== undefined);
  const form = useForm<Values>({
    defaultValues: (found?.values ?? initial) as DefaultValues<Values>,
    resolver: rulesOf<Values>(schema),
    mode: 'onSubmit',
    reValidateMode: 'onSubmit',
    shouldFocusError: false,
  });
  const [labels] = useState(newLabels);
  const [mountedAt] = useState(shown.position);
  const [openedAt, setOpenedAt] = useState(found?.since ?? mountedAt);
  // What was typed upon what stands no more, until its person has been told.
  const [older, setOlder] = useState(() => (found && race && isOvertaken(found, race.upon) ? found : undefined));
  const [isOlderAsked, setOlderAsked] = useState(false);
  const [asked, setAsked] = useState<Asked>();
  const [attempts, setAttempts] = useState(0);
  const { run, isRunning, problem, clear } = useCommand<Answer>({
    ...(renews && { renews }),
    onDone: async (answer) => {
      sent.current = true;
      kept.forget(person, name);
      await onDone?.(answer);
    },
  });
  const sent = useRef(false);
  /** Of what was sent last, whatever has been typed since. */
  const place = useRef((pointer: string) => pointer);
  const upon = older ? older.upon : race?.upon;
  const keep = useRef<(values: Values) => void>(undefined);
  useEffect(() => {
    keep.current = (values) => kept.write(person, name, { values, since: openedAt, upon });
  });
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          if (!sent.current) keep.current?.(values);
        },
      }),
    [form],
  );

  const [elsewhere, setElsewhere] = useState<ApiProblem>();
  useEffect(() => {
    setElsewhere(problem && !showAtFields(form, labels, at, problem, place.current) ? problem : undefined);
    if (problem) setAttempts((count) => count + 1);
  }, [at, form, labels, problem]);

  const go = async (ask: Asked) => {
    sent.current = false;
    setAsked(ask);
    await run(ask);
  };
  /** Begins anew upon what has been read up to a position. */
  const beginAnew = (since: number) => {
    form.reset(initial);
    kept.forget(person, name);
    setOlder(undefined);
    setOlderAsked(false);
    setOpenedAt(since);
  };
  const id = useId();
  return (
    <FormProvider {...form}>
      <LabelsOfFields value={labels}>
        <form
          className="usa-form form"
          noValidate
          aria-busy={isRunning}
          onSubmit={(event) => {
            event.preventDefault();
            // A form within the page of another form's portal must not send both.
            event.stopPropagation();
            // The first is under way: what it brings must not be forgotten by the second press.
            if (isRunning) return;
            clear();
            form.clearErrors();
            void form.handleSubmit(
              (values) => {
                const filled = withoutBlanks(values) as Values;
                place.current = (pointer) => placed?.(pointer, filled) ?? pointer;
                const ask = command(filled);
                if (!older) return go(ask);
                setAsked(ask);
                setOlderAsked(true);
                return undefined;
              },
              () => setAttempts((count) => count + 1),
            )();
          }}
        >
          {isKept && (
            <Alert kind="info" isSlim>
              <Say id="ui.kept" />{' '}
              <Button
                look="quiet"
                onClick={() => {
                  beginAnew(mountedAt);
                  setKept(false);
                }}
              >
                <Say id="ui.kept.discard" />
              </Button>
            </Alert>
          )}
          <ErrorSummary id={id} attempts={attempts} />
          {(isOlderAsked || elsewhere?.isStale) && race && asked ? (
            <LostRace
              caseId={race.caseId}
              since={openedAt}
              onAgain={async () => {
                const version = await race.versionNow();
                clear();
                setOlder(undefined);
                setOlderAsked(false);
                const ask = race.again?.(withoutBlanks(form.getValues()) as Values) ?? asked;
                await go({ ...ask, ...(version !== undefined && { version }) });
              }}
              onDiscard={() => {
                clear();
                // What is typed from here on is typed by somebody who was told.
                beginAnew(shown.position());
                race.onDiscard?.();
              }}
            />
          ) : (
            elsewhere &&
            (showElsewhere?.(elsewhere) ?? (
              <Alert kind="error" isNews>
                <ProblemText error={elsewhere} />
              </Alert>
            ))
          )}
          {typeof children === 'function' ? children(form) : children}
          <div className="form__end">
            <Button type="submit" look={look} isBusy={isRunning}>
              {submit}
            </Button>
            {also}
          </div>
        </form>
      </LabelsOfFields>
    </FormProvider>
  );
};
