import { sum } from '@exeat/kernel';
import type { AnswerOf } from '@exeat/service-host';
import type { DataSource } from 'typeorm';
import { z } from 'zod';

const decimal = z.string().describe('An exact decimal.');
const sums = { tppLicensed: decimal, tppShipped: decimal };

export const aggregateTppSchema = z.strictObject({
  items: z.array(
    z.strictObject({
      model: z.string(),
      licences: z.int(),
      quantityLicensed: z.string(),
      quantityShipped: z.string(),
      ...sums,
      quantityWithoutTpp: z.string().describe('Licensed units whose performance could not be computed: in no sum.'),
    }),
  ),
  total: z.strictObject(sums),
});

type AggregateTpp = AnswerOf<typeof aggregateTppSchema>;

/** Exact sums, by model; a line without a performance counts in quantities alone. */
const byModel = `
  select line->>'model' as "model", count(distinct key)::int as "licences",
    sum((line->>'quantity')::numeric)::text as "quantityLicensed",
    sum((line->>'shippedQuantity')::numeric)::text as "quantityShipped",
    trim_scale(coalesce(sum((line->>'quantity')::numeric * (line->>'tpp')::numeric), 0))::text as "tppLicensed",
    trim_scale(coalesce(sum((line->>'shippedQuantity')::numeric * (line->>'tpp')::numeric), 0))::text as "tppShipped",
    coalesce(sum((line->>'quantity')::numeric) filter (where not line ? 'tpp'), 0)::text as "quantityWithoutTpp"
  from views.licence_register, jsonb_array_elements(lines) line
  where kind = 'licence' and status = 'in-force' and ($1::text is null or company_id = $1)
  group by line->>'model'`;

/** The aggregate performance of what is licensed and shipped under licences in force; of one company, where one is named. */
export const aggregateTpp = async (database: DataSource, companyId: string | undefined): Promise<AggregateTpp> => {
  const ordered = `select * from (${byModel}) models order by "tppLicensed"::numeric desc, "model"`;
  const items = await database.query<AggregateTpp['items']>(ordered, [companyId ?? null]);
  const total = {
    tppLicensed: sum(items.map(({ tppLicensed }) => tppLicensed)).toFixed(),
    tppShipped: sum(items.map(({ tppShipped }) => tppShipped)).toFixed(),
  };
  return { items, total };
};
