import { exact, grouped, quantityText } from '@exeat/kernel';
import { proposeApprovalSchema } from '@exeat/licensing/forms';
import { useMemo } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { z } from 'zod';
import { TextArea, TextField } from '../../forms/fields';
import { Form } from '../../forms/form';
import { pointerAmongAll } from '../../forms/validation';
import { Button } from '../../ui/button';
import { SimpleTable } from '../../ui/simple-table';
import { Money, Quantity } from '../../words/format';
import { Say, useSay } from '../../words/say';
import { ParagraphTag } from '../case/finding-of';
import { lineFigures } from './figures';
import type { LicensingCase } from './licensing-case';
import { useBegun } from './workspace';
import { reasonMost } from './settle-forms';
import { Totals } from './totals';

interface Approval {
  readonly lines: { readonly line: number; readonly quantity?: string }[];
  readonly validUntil?: string;
  readonly reasons: string;
}
type Items = LicensingCase['file']['content']['items'];

/** The server's rules of an approval; lines left empty are not approved. */
const approvalOf = (items: Items, say: ReturnType<typeof useSay>) =>
  z.strictObject({
    ...proposeApprovalSchema.shape,
    lines: z
      .array(z.strictObject({ line: z.int(), quantity: quantityText.optional() }))
      .superRefine((lines, context) => {
        if (lines.every(({ quantity }) => quantity === undefined))
          context.addIssue({ code: 'custom', path: [0, 'quantity'], message: say('decision.approve.someLine') });
        lines.forEach(({ line, quantity }, index) => {
          const applied = items.find((item) => item.line === line)?.quantity ?? '0';
          if (quantity !== undefined && /^\d{1,15}$/.test(quantity) && exact(quantity).greaterThan(applied))
            context.addIssue({
              code: 'custom',
              path: [index, 'quantity'],
              message: say('decision.approve.above', { applied: grouped(applied), quantity: grouped(quantity) }),
            });
        });
      }),
  });

interface ProposeFormProps {
  readonly view: LicensingCase;
  readonly onDiscard: () => void;
  readonly onProposed: () => void;
}

const isApproved = ({ quantity }: Approval['lines'][number]) => quantity !== undefined;

/** Approve, for each line up to what was applied for. */
export const ApproveForm = ({ view, onDiscard, onProposed }: ProposeFormProps) => {
  const say = useSay();
  const { caseId, version, race } = useBegun(view);
  const { items } = view.file.content;
  const schema = useMemo(() => approvalOf(items, say), [items, say]);
  return (
    <Form<Approval>
      name={`approval:${caseId}`}
      schema={schema}
      initial={{ lines: items.map(({ line }) => ({ line, quantity: '' })), validUntil: '', reasons: '' }}
      command={({ lines, ...rest }) => ({
        path: `/licensing/${caseId}/approval`,
        body: { ...rest, lines: lines.filter(isApproved) },
        version,
      })}
      placed={(pointer, { lines }) => pointerAmongAll(pointer, '/lines', lines.map(isApproved))}
      submit={<Say id="decision.approve.submit" />}
      race={{ ...race, onDiscard }}
      onDone={onProposed}
    >
      <LinesField view={view} />
      <TextField
        name="validUntil"
        type="date"
        size="medium"
        label={say('decision.approve.validUntil')}
        hint={<Say id="decision.approve.validUntil.hint" />}
        isOptional
      />
      <TextArea
        name="reasons"
        label={say('decision.reasons')}
        hint={<Say id="decision.approve.reasons.hint" />}
        most={reasonMost}
      />
    </Form>
  );
};

const LinesField = ({ view }: { readonly view: LicensingCase }) => {
  const say = useSay();
  const { setValue } = useFormContext<Approval>();
  const typed = useWatch<Approval>({ name: 'lines' }) as Approval['lines'];
  const rows = view.file.content.items.map((item, index) => ({
    ...item,
    index,
    finding: view.findings.find(({ line }) => line === item.line),
    figures: lineFigures(item, typed[index]?.quantity, view.findings),
  }));
  return (
    <>
      <p className="usa-hint">
        <Say id="decision.approve.lines.hint" />{' '}
        <Button
          look="quiet"
          onClick={() => rows.forEach(({ index, quantity }) => setValue(`lines.${index}.quantity`, quantity))}
        >
          <Say id="decision.approve.asApplied" />
        </Button>
      </p>
      <div className="units">
        <SimpleTable
          caption={<Say id="decision.approve.lines" />}
          rows={rows}
          keyOf={({ line }) => line}
          columns={[
            {
              key: 'line',
              head: <Say id="decision.line" />,
              isRowHead: true,
              cell: ({ line, model }) => <Say id="decision.line.model" line={line} model={model} />,
            },
            {
              key: 'quantity',
              head: <Say id="decision.line.approved" />,
              cell: ({ line, model, index }) => (
                <TextField
                  name={`lines.${index}.quantity`}
                  label={say('decision.approve.quantity', { line, model })}
                  hidesLabel
                  inputMode="numeric"
                  size="small"
                />
              ),
            },
            {
              key: 'applied',
              head: <Say id="decision.line.applied" />,
              isNumber: true,
              cell: ({ quantity }) => <Quantity value={quantity} />,
            },
            {
              key: 'value',
              head: <Say id="decision.line.value" />,
              isNumber: true,
              cell: ({ figures }) => (figures ? <Money value={figures.value} /> : null),
            },
            {
              key: 'tpp',
              head: <Say id="decision.line.tpp" />,
              isNumber: true,
              cell: ({ figures }) => (figures?.tpp === undefined ? null : <Quantity value={figures.tpp} />),
            },
            {
              key: 'paragraph',
              head: <Say id="decision.line.paragraph" />,
              cell: ({ finding }) => finding && <ParagraphTag paragraph={finding.paragraph} />,
            },
          ]}
        />
      </div>
      <div aria-live="polite">
        <Totals lines={rows.flatMap(({ figures }) => figures ?? [])} />
      </div>
    </>
  );
};
